using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax.Tree;

/// <summary>`example "…" today D given … expect …`.</summary>
public sealed record ExampleSyntax(
    string Title, DateOnly? Today, IReadOnlyList<GivenSyntax> Given, IReadOnlyList<WantSyntax> Wants, SourceSpan Span)
    : DeclarationSyntax(Span);

/// <summary>One fact of an example.</summary>
public abstract record GivenSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>`petition.kind is complaint`; the value may be a <see cref="MissingLiteral"/>.</summary>
public sealed record GivenFact(PathExpression Path, GivenValueSyntax Value, SourceSpan Span) : GivenSyntax(Span);

/// <summary>`count of petition.petitioners is 12`: a list of that length whose elements are unknown.</summary>
public sealed record GivenCount(PathExpression Path, int Count, SourceSpan Span) : GivenSyntax(Span);

/// <summary>A value in `given`.</summary>
public abstract record GivenValueSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>A literal, an enum member, or `missing`.</summary>
public sealed record GivenScalar(ExpressionSyntax Value, SourceSpan Span) : GivenValueSyntax(Span);

/// <summary>`[ … ]`.</summary>
public sealed record GivenList(IReadOnlyList<GivenValueSyntax> Items, SourceSpan Span) : GivenValueSyntax(Span);

/// <summary>`{ signed is yes, … }`: fields left out are unknown.</summary>
public sealed record GivenRecord(IReadOnlyList<GivenSyntax> Fields, SourceSpan Span) : GivenValueSyntax(Span);

/// <summary>One expectation.</summary>
public abstract record WantSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>`acceptance.term is 7 working days`, or `… is missing`.</summary>
public sealed record WantValue(PathExpression Path, ExpressionSyntax Value, SourceSpan Span) : WantSyntax(Span);

/// <summary>`complaint_resolution is undecided`.</summary>
public sealed record WantUndecided(PathExpression Path, SourceSpan Span) : WantSyntax(Span);

/// <summary>`acceptance by rule complaint_acceptance`.</summary>
public sealed record WantRules(Name Decision, IReadOnlyList<Name> Rules, SourceSpan Span) : WantSyntax(Span);

/// <summary>`acceptance citing LKN art 27`.</summary>
public sealed record WantCiting(Name Decision, CitationSyntax Citation, SourceSpan Span) : WantSyntax(Span);

/// <summary>`complaint_resolution missing petition.remote_area`.</summary>
public sealed record WantMissing(Name Decision, IReadOnlyList<PathExpression> Facts, SourceSpan Span)
    : WantSyntax(Span);

/// <summary>`acceptance conflicts`.</summary>
public sealed record WantConflict(Name Decision, SourceSpan Span) : WantSyntax(Span);
