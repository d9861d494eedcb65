using CaseFlow.Engine.Assignments;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Events;

/// <summary>What a step of a ladder does.</summary>
public enum StepActionKind
{
    /// <summary>Reminds someone.</summary>
    Remind,

    /// <summary>Reports to someone.</summary>
    Report,

    /// <summary>Gives the case to someone else.</summary>
    Reassign,

    /// <summary>Raises the priority.</summary>
    RaisePriority,

    /// <summary>Demands a report.</summary>
    DemandReport,
}

/// <summary>One action of a fired step, with its recipient as the register knew it then.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Who">To whom; null for raising a priority.</param>
public sealed record FiredAction(StepActionKind Kind, Recipient? Who)
{
    /// <summary>By how much the priority rises.</summary>
    public decimal? RaisedBy { get; init; }

    /// <summary>Within what time a report is demanded.</summary>
    public RuleDuration? Within { get; init; }
}

/// <summary>Which step of which ladder on which deadline: happens once in a history.</summary>
/// <param name="Deadline">The deadline watched.</param>
/// <param name="Started">Sequence of its start.</param>
/// <param name="Ladder">The ladder.</param>
/// <param name="Step">The step.</param>
/// <param name="Occurrence">From 1; above 1 only for steps that repeat.</param>
public sealed record StepIdentity(string Deadline, int Started, string Ladder, string Step, int Occurrence);

/// <summary>A step of a ladder came and was carried out.</summary>
/// <param name="Identity">Which.</param>
/// <param name="DueAt">When it was due, UTC.</param>
/// <param name="Actions">What it did, in order.</param>
/// <param name="Cites">What it rests on: the step's articles, then the ladder's.</param>
public sealed record EscalationStepFired(
    StepIdentity Identity, DateTimeOffset DueAt, IReadOnlyList<FiredAction> Actions, IReadOnlyList<string> Cites)
    : CaseEvent;

/// <summary>Why a step did nothing.</summary>
public enum StepSkipReason
{
    /// <summary>Its `when` does not hold.</summary>
    ConditionDoesNotHold,

    /// <summary>Its `when` cannot be told for want of facts.</summary>
    ConditionUnknown,

    /// <summary>The ladder's `stops when` holds.</summary>
    LadderStopped,

    /// <summary>The ladder was not in force on that day.</summary>
    NotInForce,
}

/// <summary>A step of a ladder came and did nothing; it does not come again.</summary>
/// <param name="Identity">Which.</param>
/// <param name="DueAt">When it was due, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Missing">Facts that would tell, where they are wanting.</param>
public sealed record EscalationStepSkipped(
    StepIdentity Identity, DateTimeOffset DueAt, StepSkipReason Reason, IReadOnlyList<string> Missing) : CaseEvent;

/// <summary>A report is demanded.</summary>
/// <param name="Identity">The step that demands it.</param>
/// <param name="From">From whom.</param>
/// <param name="Within">Within what time.</param>
/// <param name="DueOn">The last day for it; null where it lies past the calendar's data.</param>
public sealed record ReportDemanded(
    StepIdentity Identity, Recipient From, RuleDuration Within, DateOnly? DueOn) : CaseEvent;

/// <summary>The case was given to someone else by a ladder.</summary>
/// <param name="Identity">The step that did it.</param>
/// <param name="To">To whom; where it could not be resolved, nobody changes.</param>
/// <param name="HolderBefore">The officer before, or null.</param>
/// <param name="Holder">The officer from now on, or null.</param>
/// <param name="AgencyBefore">The agency before, or null.</param>
/// <param name="Agency">The agency from now on, or null.</param>
public sealed record CaseReassigned(
    StepIdentity Identity, Recipient To, string? HolderBefore, string? Holder, string? AgencyBefore, string? Agency)
    : CaseEvent;

/// <summary>What had a case escalated outside of its ladders.</summary>
/// <param name="Definition">The workflow's definition.</param>
/// <param name="Instance">Its instance.</param>
/// <param name="Node">The activity, as ids from the root joined by `:`.</param>
public sealed record EscalationCause(string Definition, string Instance, string Node);

/// <summary>The case was reported upward, or a report on it was demanded, by a workflow.</summary>
/// <param name="Notice">What it is called: a name, never words about somebody.</param>
/// <param name="To">To whom, or from whom a report is demanded, as the register knew it then.</param>
/// <param name="Deadline">The deadline that it is about; null: none was named.</param>
/// <param name="DueOn">The last day for the report, inclusive; null: none is demanded.</param>
/// <param name="Cites">What it rests on.</param>
/// <param name="Cause">What asked for it.</param>
public sealed record CaseEscalated(
    string Notice, Recipient To, string? Deadline, DateOnly? DueOn, IReadOnlyList<string> Cites, EscalationCause Cause)
    : CaseEvent;

/// <summary>A ladder asks for a higher priority. Recorded only.</summary>
/// <param name="Identity">The step.</param>
/// <param name="By">By how much.</param>
public sealed record PriorityRaised(StepIdentity Identity, decimal By) : CaseEvent;
