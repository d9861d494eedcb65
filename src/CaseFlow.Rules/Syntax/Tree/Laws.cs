using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax.Tree;

/// <summary>`law LKN "…" from 2012-07-01 amended by L136 outline from data "outlines/lkn"`.</summary>
public sealed record LawSyntax(
    Name Name, string Title, PeriodSyntax? Period, IReadOnlyList<Name> AmendedBy, bool Unverified, SourceSpan Span)
    : DeclarationSyntax(Span)
{
    /// <summary>The file of its outline without its `.csv`; null where it has none.</summary>
    public string? OutlineData { get; init; }
}

/// <summary>`from D`, `from D before D` (end exclusive) or `from D through D` (end inclusive).</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="End">The end as written, or null where open.</param>
/// <param name="EndInclusive">True for `through`.</param>
/// <param name="Span">Place.</param>
public sealed record PeriodSyntax(DateOnly From, DateOnly? End, bool EndInclusive, SourceSpan Span) : SyntaxNode(Span)
{
    /// <summary>Where the first day stands.</summary>
    public SourceSpan FromSpan { get; init; } = Span;

    /// <summary>Where the day of the end stands; where there is none, where the first day stands.</summary>
    public SourceSpan EndSpan { get; init; } = Span;
}

/// <summary>One citation after `per`.</summary>
public abstract record CitationSyntax(bool Unverified, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`LKN art 28 cl 1`.</summary>
public sealed record LawCitationSyntax(Name Law, IReadOnlyList<CitationPart> Parts, bool Unverified, SourceSpan Span)
    : CitationSyntax(Unverified, Span);

/// <summary>`practice "…"`: the only way to cite no law; listed in the audit report.</summary>
public sealed record PracticeCitationSyntax(string Text, bool Unverified, SourceSpan Span)
    : CitationSyntax(Unverified, Span);

/// <summary>Which part of a law a reference names.</summary>
public enum CitationPartKind
{
    /// <summary>điều.</summary>
    Article,

    /// <summary>khoản.</summary>
    Clause,

    /// <summary>điểm.</summary>
    Point,

    /// <summary>mục.</summary>
    Section,
}

/// <summary>`art 11a`: a kind and its reference as written.</summary>
public sealed record CitationPart(CitationPartKind Kind, string Reference)
{
    /// <summary>Where the reference stands.</summary>
    public SourceSpan Span { get; init; }
}
