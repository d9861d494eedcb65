using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Lifecycles;

/// <summary>An escalation ladder. It watches its deadlines in every lifecycle that starts them.</summary>
public sealed class BoundLadder(string name, SourceSpan span) : Symbol(name, span)
{
    /// <summary>The deadlines it watches.</summary>
    public IReadOnlyList<BoundDeadline> Deadlines { get; internal set; } = [];

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Cites { get; internal set; } = [];

    /// <summary>When it is in force, tested against the local day on which a step fires.</summary>
    public LawPeriod Period { get; internal set; } = LawPeriod.Always;

    /// <summary>True: steps fire at 08:00 of a working day; false: at 00:00 of their day.</summary>
    public bool InWorkingHours { get; init; }

    /// <summary>The calendar of the working hours, and of steps counted in working days.</summary>
    public CalendarSymbol? Calendar { get; internal set; }

    /// <summary>In order.</summary>
    public IReadOnlyList<BoundLadderStep> Steps { get; internal set; } = [];

    /// <summary>Once this holds no step fires.</summary>
    public BoundExpression? StopsWhen { get; internal set; }
}

/// <summary>A step of a ladder.</summary>
public sealed class BoundLadderStep(string name, BoundMoment moment, SourceSpan span) : Symbol(name, span)
{
    /// <summary>When it comes.</summary>
    public BoundMoment Moment { get; } = moment;

    /// <summary>Asked when it comes; where it does not hold the step does nothing.</summary>
    public BoundExpression? When { get; internal set; }

    /// <summary>What it does, in order.</summary>
    public IReadOnlyList<BoundAction> Actions { get; internal set; } = [];

    /// <summary>What it rests on besides the ladder's own citations.</summary>
    public IReadOnlyList<Citation> Cites { get; internal set; } = [];
}

/// <summary>When a step comes; quantities are constants or parameters (numbers).</summary>
public abstract record BoundMoment;

/// <summary>At a share of the term, rounded up to a whole day, counted in the term's own unit.</summary>
public sealed record ShareOfTerm(BoundExpression Percent) : BoundMoment;

/// <summary>Days or working days before the due day.</summary>
public sealed record BeforeDue(BoundExpression Count, DurationUnit Unit) : BoundMoment;

/// <summary>On the due day.</summary>
public sealed record AtDue : BoundMoment;

/// <summary>Days or working days after the due day.</summary>
public sealed record AfterDue(BoundExpression Count, DurationUnit Unit) : BoundMoment;

/// <summary>Again and again after the due day, up to a number of times.</summary>
public sealed record EveryAfterDue(BoundExpression Count, DurationUnit Unit, BoundExpression Times) : BoundMoment;

/// <summary>What a step does.</summary>
public abstract record BoundAction;

/// <summary>Remind someone.</summary>
public sealed record RemindBoundAction(BoundRecipient Who) : BoundAction;

/// <summary>Report to someone.</summary>
public sealed record ReportBoundAction(BoundRecipient Who) : BoundAction;

/// <summary>Give the case to someone else.</summary>
public sealed record ReassignBoundAction(BoundRecipient Who) : BoundAction;

/// <summary>Raise the priority by a number; recorded as an event only, until priorities come.</summary>
public sealed record RaisePriorityBoundAction(BoundExpression By) : BoundAction;

/// <summary>Demand a report from someone within a duration.</summary>
public sealed record DemandReportBoundAction(BoundRecipient Who, BoundExpression Within) : BoundAction;

/// <summary>To whom, resolved by the agency register when the step fires.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Name">The role's or agency's name in the register; null for holder and superior.</param>
/// <param name="Level">The level at which the role is looked for; null: the case's own agency.</param>
public sealed record BoundRecipient(RecipientKind Kind, string? Name, string? Level);
