using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax.Tree;

/// <summary>`deadline …` or `waiting period …`.</summary>
/// <param name="Name">Name, in the name space of deadlines.</param>
/// <param name="Names">Aliases and labels.</param>
/// <param name="IsWaitingPeriod">True for `waiting period`: no duty, its end breaches nothing.</param>
/// <param name="Term">The path after `lasts`: a decision's output.</param>
/// <param name="CountedBack">True for `counted back from`.</param>
/// <param name="Anchor">The date counted from: a fact or a definition.</param>
/// <param name="Calendar">After `on calendar`.</param>
/// <param name="Cap">`extends at most n times by t`.</param>
/// <param name="Cites">Citations.</param>
/// <param name="Period">Period.</param>
/// <param name="Span">Place.</param>
public sealed record DeadlineSyntax(
    Name Name,
    NamesSyntax Names,
    bool IsWaitingPeriod,
    PathExpression Term,
    bool CountedBack,
    PathExpression Anchor,
    Name? Calendar,
    ExtensionCapSyntax? Cap,
    IReadOnlyList<CitationSyntax> Cites,
    PeriodSyntax? Period,
    SourceSpan Span) : DeclarationSyntax(Span);

/// <summary>`extends at most n times by t`.</summary>
public sealed record ExtensionCapSyntax(ExpressionSyntax Times, ExpressionSyntax By, SourceSpan Span)
    : SyntaxNode(Span);

/// <summary>`lifecycle complaint … for … end lifecycle`.</summary>
public sealed record LifecycleSyntax(
    Name Name,
    NamesSyntax Names,
    ExpressionSyntax For,
    IReadOnlyList<StateSyntax> States,
    IReadOnlyList<TriggerSyntax> Triggers,
    SourceSpan Span) : DeclarationSyntax(Span);

/// <summary>Where a state stands in its lifecycle.</summary>
public enum StateKind
{
    /// <summary>In between.</summary>
    Ordinary,

    /// <summary>Where a case begins.</summary>
    Initial,

    /// <summary>Where a case ends.</summary>
    Final,
}

/// <summary>A state of a lifecycle.</summary>
public sealed record StateSyntax(
    Name Name,
    NamesSyntax Names,
    StateKind Kind,
    Name? Superstate,
    IReadOnlyList<CitationSyntax>? NoDeadline,
    IReadOnlyList<Name> Starts,
    SourceSpan Span) : SyntaxNode(Span);

/// <summary>A trigger with its bodies; without `version` there is exactly one.</summary>
public sealed record TriggerSyntax(
    Name Name, NamesSyntax Names, bool IsSide, IReadOnlyList<TriggerBodySyntax> Versions, SourceSpan Span)
    : SyntaxNode(Span)
{
    /// <summary>The comment directly above.</summary>
    public string? Note { get; init; }
}

/// <summary>One body of a trigger.</summary>
public sealed record TriggerBodySyntax(
    IReadOnlyList<CitationSyntax> Cites,
    PeriodSyntax? Period,
    IReadOnlyList<Name> Roles,
    IReadOnlyList<FieldSyntax> Needs,
    IReadOnlyList<GuardSyntax> Guards,
    IReadOnlyList<TriggerEffectSyntax> Effects,
    SourceStatesSyntax From,
    MoveSyntax Move,
    SourceSpan Span) : SyntaxNode(Span);

/// <summary>`from a, b except c`; <paramref name="AnyOpen"/> for `any open state`.</summary>
public sealed record SourceStatesSyntax(
    bool AnyOpen, IReadOnlyList<Name> States, IReadOnlyList<Name> Except, SourceSpan Span) : SyntaxNode(Span);

/// <summary>Where a trigger leads.</summary>
public abstract record MoveSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>`goes to s`.</summary>
public sealed record GoesToMove(Name State, SourceSpan Span) : MoveSyntax(Span);

/// <summary>`stays`.</summary>
public sealed record StaysMove(SourceSpan Span) : MoveSyntax(Span);

/// <summary>`goes back`.</summary>
public sealed record GoesBackMove(SourceSpan Span) : MoveSyntax(Span);

/// <summary>`ignores`.</summary>
public sealed record IgnoresMove(SourceSpan Span) : MoveSyntax(Span);

/// <summary>`goes to first of (a when …, b when …, otherwise c)`.</summary>
public sealed record FirstOfMove(IReadOnlyList<ChoiceSyntax> Choices, Name Otherwise, SourceSpan Span)
    : MoveSyntax(Span);

/// <summary>`a when …`.</summary>
public sealed record ChoiceSyntax(Name State, ExpressionSyntax When, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`guard name per … : expr refuse with "…" label vi "…"`.</summary>
public sealed record GuardSyntax(
    Name Name,
    IReadOnlyList<CitationSyntax> Cites,
    PeriodSyntax? Period,
    ExpressionSyntax Condition,
    string Refusal,
    IReadOnlyList<LabelSyntax> RefusalLabels,
    SourceSpan Span) : SyntaxNode(Span);

/// <summary>What a trigger does besides moving.</summary>
public abstract record TriggerEffectSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>What is done to named deadlines.</summary>
public enum DeadlineEffectKind
{
    /// <summary>starts.</summary>
    Starts,

    /// <summary>meets.</summary>
    Meets,

    /// <summary>voids.</summary>
    Voids,

    /// <summary>suspends … from.</summary>
    Suspends,

    /// <summary>resumes … from.</summary>
    Resumes,
}

/// <summary>`starts a, b`, `suspends a from on`.</summary>
public sealed record DeadlineEffect(
    DeadlineEffectKind Kind, IReadOnlyList<Name> Deadlines, PathExpression? From, SourceSpan Span)
    : TriggerEffectSyntax(Span);

/// <summary>`extends resolution by t`.</summary>
public sealed record ExtendsEffect(Name Deadline, ExpressionSyntax By, SourceSpan Span) : TriggerEffectSyntax(Span);

/// <summary>`sets petition.accepted_on is on`; the value may be a <see cref="MissingLiteral"/>.</summary>
public sealed record SetsEffect(PathExpression Path, ExpressionSyntax Value, SourceSpan Span)
    : TriggerEffectSyntax(Span);
