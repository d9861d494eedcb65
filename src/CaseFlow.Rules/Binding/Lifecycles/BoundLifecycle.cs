using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Lifecycles;

/// <summary>The life of one kind of case.</summary>
public sealed class BoundLifecycle(string name, SourceSpan span) : Symbol(name, span)
{
    /// <summary>Which cases it is for.</summary>
    public BoundExpression For { get; internal set; } = new ErrorBoundExpression(span);

    /// <summary>The states in order; exactly one is initial.</summary>
    public IReadOnlyList<BoundState> States { get; internal set; } = [];

    /// <summary>The triggers in order.</summary>
    public IReadOnlyList<BoundTrigger> Triggers { get; internal set; } = [];
}

/// <summary>A state.</summary>
public sealed class BoundState(string name, int index, StateKind kind, SourceSpan span) : Symbol(name, span)
{
    /// <summary>Place in the lifecycle, from 0.</summary>
    public int Index { get; } = index;

    /// <summary>Initial, final or in between.</summary>
    public StateKind Kind { get; } = kind;

    /// <summary>The state it lies in, or null.</summary>
    public BoundState? Superstate { get; internal set; }

    /// <summary>Why no deadline need run here; null where one must.</summary>
    public IReadOnlyList<Citation>? NoDeadline { get; internal set; }

    /// <summary>Deadlines that start when a case is opened here.</summary>
    public IReadOnlyList<BoundDeadline> Starts { get; internal set; } = [];

    /// <summary>Whether this state is <paramref name="other"/> or lies in it.</summary>
    public bool IsIn(BoundState other) => AndAround().Contains(other);

    /// <summary>This state, the one it lies in, and so on outwards.</summary>
    internal IEnumerable<BoundState> AndAround()
    {
        for (var state = this; state is not null; state = state.Superstate)
        {
            yield return state;
        }
    }
}

/// <summary>A trigger with its bodies.</summary>
public sealed class BoundTrigger(string name, bool isSide, SourceSpan span) : Symbol(name, span)
{
    /// <summary>True for a way out beside the main road.</summary>
    public bool IsSide { get; } = isSide;

    /// <summary>The bodies; the one whose period holds the date of the step is used.</summary>
    public IReadOnlyList<BoundTriggerBody> Versions { get; internal set; } = [];
}

/// <summary>One body of a trigger.</summary>
/// <param name="Cites">What it rests on.</param>
/// <param name="Period">When it is in force, tested against the date of the step: as written, or that of the laws it
/// cites.</param>
/// <param name="Roles">Names of roles that may fire it; empty: any.</param>
/// <param name="Inputs">What whoever fires it must give.</param>
/// <param name="Guards">All of them must hold.</param>
/// <param name="Effects">In the order they run.</param>
/// <param name="Sources">Every state it may be fired in, substates included, exceptions taken out.</param>
/// <param name="Move">Where it leads.</param>
/// <param name="Span">Where it stands.</param>
public sealed record BoundTriggerBody(
    IReadOnlyList<Citation> Cites,
    LawPeriod Period,
    IReadOnlyList<string> Roles,
    IReadOnlyList<FieldSymbol> Inputs,
    IReadOnlyList<BoundGuard> Guards,
    IReadOnlyList<BoundEffect> Effects,
    IReadOnlyList<BoundState> Sources,
    BoundMove Move,
    SourceSpan Span)
{
    /// <summary>
    /// The states as written (`from accepted`): a body written for a substate hides one written for its superstate.
    /// Empty for `any open state`, which every named state hides.
    /// </summary>
    public IReadOnlyList<BoundState> WrittenSources { get; init; } = [];
}

/// <summary>A condition of a trigger, with its article and the words of its refusal.</summary>
/// <param name="Name">Name.</param>
/// <param name="Cites">What it rests on.</param>
/// <param name="Period">When it is asked, tested against the date of the step.</param>
/// <param name="Condition">A boolean.</param>
/// <param name="Refusal">What to say where it does not hold, by language code; the module's own language is always
/// there.</param>
/// <param name="Span">Where it stands.</param>
public sealed record BoundGuard(
    string Name,
    IReadOnlyList<Citation> Cites,
    LawPeriod Period,
    BoundExpression Condition,
    IReadOnlyDictionary<string, string> Refusal,
    SourceSpan Span);

/// <summary>Where a trigger leads.</summary>
public abstract record BoundMove;

/// <summary>To one state.</summary>
public sealed record BoundGoesTo(BoundState State) : BoundMove;

/// <summary>Nowhere: effects only.</summary>
public sealed record BoundStays : BoundMove;

/// <summary>Back to the state in which the case was suspended.</summary>
public sealed record BoundGoesBack : BoundMove;

/// <summary>Accepted and without effect.</summary>
public sealed record BoundIgnores : BoundMove;

/// <summary>To the first state whose condition holds.</summary>
public sealed record BoundFirstOf(IReadOnlyList<BoundChoice> Choices, BoundState Otherwise) : BoundMove;

/// <summary>A state and its condition.</summary>
public sealed record BoundChoice(BoundState State, BoundExpression When);

/// <summary>What a trigger does besides moving; each yields an event of its own.</summary>
public abstract record BoundEffect(SourceSpan Span);

/// <summary>Starts, meets, voids, suspends or resumes deadlines; the last two with a date.</summary>
public sealed record BoundDeadlineEffect(
    DeadlineEffectKind Kind, IReadOnlyList<BoundDeadline> Deadlines, BoundExpression? From, SourceSpan Span)
    : BoundEffect(Span);

/// <summary>Extends a deadline by a duration.</summary>
public sealed record BoundExtendsEffect(BoundDeadline Deadline, BoundExpression By, SourceSpan Span)
    : BoundEffect(Span);

/// <summary>Sets a fact of the case.</summary>
public sealed record BoundSetsFact(FieldSymbol Fact, BoundExpression Value, SourceSpan Span) : BoundEffect(Span);

/// <summary>Sets the officer who holds the case (`sets case.holder is officer`).</summary>
public sealed record BoundSetsHolder(BoundExpression Value, SourceSpan Span) : BoundEffect(Span);
