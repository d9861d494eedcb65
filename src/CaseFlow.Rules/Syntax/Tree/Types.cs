using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax.Tree;

/// <summary>The built-in types.</summary>
public enum BuiltInType
{
    /// <summary>yes or no.</summary>
    Boolean,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>An amount with its currency.</summary>
    Money,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A count of days, working days, months or years.</summary>
    Duration,

    /// <summary>Text.</summary>
    Text,
}

/// <summary>A type as written.</summary>
public abstract record TypeSyntax(bool Optional, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`boolean`, `date optional`.</summary>
public sealed record BuiltInTypeSyntax(BuiltInType Type, bool Optional, SourceSpan Span) : TypeSyntax(Optional, Span);

/// <summary>An enum or record by name.</summary>
public sealed record NamedTypeSyntax(Name Name, bool Optional, SourceSpan Span) : TypeSyntax(Optional, Span);

/// <summary>`list of petitioner at most 1000`; <paramref name="IsSet"/> for `set of`.</summary>
public sealed record ListTypeSyntax(TypeSyntax Element, int? Bound, bool IsSet, bool Optional, SourceSpan Span)
    : TypeSyntax(Optional, Span);

/// <summary>`enum instance { first, second }`.</summary>
public sealed record EnumSyntax(Name Name, NamesSyntax Names, IReadOnlyList<EnumMemberSyntax> Members, SourceSpan Span)
    : DeclarationSyntax(Span);

/// <summary>One member of an enum.</summary>
public sealed record EnumMemberSyntax(Name Name, NamesSyntax Names, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`record petitioner { … }`.</summary>
public sealed record RecordSyntax(Name Name, NamesSyntax Names, IReadOnlyList<FieldSyntax> Fields, SourceSpan Span)
    : DeclarationSyntax(Span);

/// <summary>`facts petition { … }`: a root that decisions read.</summary>
public sealed record FactsSyntax(Name Name, NamesSyntax Names, IReadOnlyList<FieldSyntax> Fields, SourceSpan Span)
    : DeclarationSyntax(Span);

/// <summary>A typed field of a record, of facts, or of a trigger's `needs`.</summary>
public sealed record FieldSyntax(
    Name Name, TypeSyntax Type, NamesSyntax Names, string? Ask, AssumeSyntax? Assume, SourceSpan Span)
    : SyntaxNode(Span);

/// <summary>`assume no per …`: the sole default, with its own citation.</summary>
public sealed record AssumeSyntax(ExpressionSyntax Value, IReadOnlyList<CitationSyntax> Cites, SourceSpan Span)
    : SyntaxNode(Span);

/// <summary>`calendar vn per … weekend saturday, sunday holidays from data "vn-holidays" …`.</summary>
public sealed record CalendarSyntax(
    Name Name,
    IReadOnlyList<CitationSyntax> Cites,
    IReadOnlyList<Name> Weekend,
    string? HolidayData,
    bool? CountFromNextDay,
    bool? MonthsClamp,
    bool? LastDayRolls,
    SourceSpan Span) : DeclarationSyntax(Span);

/// <summary>`words sensitive = "đất đai", …`.</summary>
public sealed record WordsSyntax(Name Name, IReadOnlyList<string> Phrases, SourceSpan Span) : DeclarationSyntax(Span)
{
    /// <summary>Where each phrase stands, in order.</summary>
    public IReadOnlyList<SourceSpan> PhraseSpans { get; init; } = [];
}

/// <summary>`parameter near_days : number = 5 between 1 and 15 step 1 …`.</summary>
public sealed record ParameterSyntax(
    Name Name,
    TypeSyntax Type,
    IReadOnlyList<DatedValueSyntax> Values,
    ExpressionSyntax Lowest,
    ExpressionSyntax Highest,
    ExpressionSyntax? Step,
    NamesSyntax Names,
    string? Owner,
    IReadOnlyList<CitationSyntax> Cites,
    SourceSpan Span) : DeclarationSyntax(Span);

/// <summary>A parameter's value; <paramref name="From"/> is null for an undated one.</summary>
public sealed record DatedValueSyntax(
    DateOnly? From, ExpressionSyntax Value, IReadOnlyList<CitationSyntax> Cites, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`define nặc_danh : boolean per … as …`.</summary>
public sealed record DefinitionSyntax(
    Name Name,
    TypeSyntax Type,
    IReadOnlyList<CitationSyntax> Cites,
    PeriodSyntax? Period,
    ExpressionSyntax Value,
    SourceSpan Span) : DeclarationSyntax(Span);
