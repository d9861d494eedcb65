using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax.Tree;

/// <summary>An escalation ladder.</summary>
/// <param name="Name">Name, in the name space of ladders.</param>
/// <param name="Names">Aliases and labels.</param>
/// <param name="Deadlines">The deadlines it watches.</param>
/// <param name="Cites">Citations.</param>
/// <param name="Period">Period.</param>
/// <param name="InWorkingHours">True where steps fire at 08:00 of a working day.</param>
/// <param name="Calendar">The calendar of the working hours.</param>
/// <param name="Steps">In order.</param>
/// <param name="StopsWhen">After which no step fires.</param>
/// <param name="Span">Place.</param>
public sealed record LadderSyntax(
    Name Name,
    NamesSyntax Names,
    IReadOnlyList<Name> Deadlines,
    IReadOnlyList<CitationSyntax> Cites,
    PeriodSyntax? Period,
    bool InWorkingHours,
    Name? Calendar,
    IReadOnlyList<LadderStepSyntax> Steps,
    ExpressionSyntax? StopsWhen,
    SourceSpan Span) : DeclarationSyntax(Span);

/// <summary>A step of a ladder.</summary>
public sealed record LadderStepSyntax(
    Name Name,
    NamesSyntax Names,
    MomentSyntax Moment,
    ExpressionSyntax? When,
    IReadOnlyList<LadderActionSyntax> Actions,
    IReadOnlyList<CitationSyntax> Cites,
    SourceSpan Span) : SyntaxNode(Span);

/// <summary>When a step comes. Quantities are number literals or parameters.</summary>
public abstract record MomentSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>`50 % of the term`.</summary>
public sealed record ShareOfTermMoment(ExpressionSyntax Percent, SourceSpan Span) : MomentSyntax(Span);

/// <summary>`5 working days before due`.</summary>
public sealed record BeforeDueMoment(ExpressionSyntax Count, DurationUnit Unit, SourceSpan Span) : MomentSyntax(Span);

/// <summary>`due`: on the due day.</summary>
public sealed record AtDueMoment(SourceSpan Span) : MomentSyntax(Span);

/// <summary>`1 working day after due`.</summary>
public sealed record AfterDueMoment(ExpressionSyntax Count, DurationUnit Unit, SourceSpan Span) : MomentSyntax(Span);

/// <summary>`every 10 days after due at most 3 times`.</summary>
public sealed record EveryAfterDueMoment(
    ExpressionSyntax Count, DurationUnit Unit, ExpressionSyntax Times, SourceSpan Span)
    : MomentSyntax(Span);

/// <summary>What a step does.</summary>
public abstract record LadderActionSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>`remind who`.</summary>
public sealed record RemindAction(RecipientSyntax Who, SourceSpan Span) : LadderActionSyntax(Span);

/// <summary>`report to who`.</summary>
public sealed record ReportAction(RecipientSyntax Who, SourceSpan Span) : LadderActionSyntax(Span);

/// <summary>`reassign to who`.</summary>
public sealed record ReassignAction(RecipientSyntax Who, SourceSpan Span) : LadderActionSyntax(Span);

/// <summary>`raise priority by n`.</summary>
public sealed record RaisePriorityAction(ExpressionSyntax By, SourceSpan Span) : LadderActionSyntax(Span);

/// <summary>`demand report from who within t`.</summary>
public sealed record DemandReportAction(RecipientSyntax Who, ExpressionSyntax Within, SourceSpan Span)
    : LadderActionSyntax(Span);

/// <summary>Which kind of recipient.</summary>
public enum RecipientKind
{
    /// <summary>the holder.</summary>
    Holder,

    /// <summary>the superior.</summary>
    Superior,

    /// <summary>role r [level l].</summary>
    Role,

    /// <summary>agency a.</summary>
    Agency,
}

/// <summary>To whom; resolved by the agency register when the step fires.</summary>
public sealed record RecipientSyntax(RecipientKind Kind, Name? Name, Name? Level, SourceSpan Span) : SyntaxNode(Span);
