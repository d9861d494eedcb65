using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Definitions;

/// <summary>
/// A definition as people and diagrams read it: the one model behind pictures, documents and "what can happen next".
/// </summary>
/// <param name="Name">The lifecycle's name.</param>
/// <param name="States">Its states, in order.</param>
/// <param name="Transitions">Its ways out, one a source state and body.</param>
public sealed record DefinitionDescription(
    string Name, IReadOnlyList<StateDescription> States, IReadOnlyList<TransitionDescription> Transitions);

/// <summary>A state.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Kind">Initial, final or in between.</param>
/// <param name="Superstate">The state it lies in, or null.</param>
/// <param name="Labels">What people read, by language code.</param>
/// <param name="Starts">Deadlines that start when a case is opened here.</param>
public sealed record StateDescription(
    string Name,
    StateKind Kind,
    string? Superstate,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyList<string> Starts);

/// <summary>A way out of a state.</summary>
/// <param name="From">The state.</param>
/// <param name="Trigger">The trigger.</param>
/// <param name="Kind">What it does to the state.</param>
/// <param name="Targets">Where it may lead; empty where the state stays or is remembered.</param>
/// <param name="Guards">Its guards, with their articles.</param>
/// <param name="Roles">Who may fire it; empty for anyone.</param>
/// <param name="Period">When it is in force.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record TransitionDescription(
    string From,
    string Trigger,
    TransitionKind Kind,
    IReadOnlyList<string> Targets,
    IReadOnlyList<GuardDescription> Guards,
    IReadOnlyList<string> Roles,
    LawPeriod Period,
    IReadOnlyList<string> Cites);

/// <summary>A guard: its name, the words of its refusal by language, and its articles.</summary>
public sealed record GuardDescription(
    string Name, IReadOnlyDictionary<string, string> Refusal, IReadOnlyList<string> Cites);

/// <summary>Describes definitions.</summary>
public static class Describing
{
    /// <summary>The definition as a model of plain names.</summary>
    public static DefinitionDescription Describe(this CaseDefinition definition)
    {
        var lifecycle = definition.Lifecycle;
        return new DefinitionDescription(
            lifecycle.Name,
            [.. lifecycle.States.Select(StateOf)],
            [.. lifecycle.Triggers.SelectMany(TransitionsOf)]);
    }

    private static StateDescription StateOf(BoundState state) => new(
        state.Name,
        state.Kind,
        state.Superstate?.Name,
        state.Labels,
        [.. state.Starts.Select(deadline => deadline.Name)]);

    private static IEnumerable<TransitionDescription> TransitionsOf(BoundTrigger trigger) =>
        from body in trigger.Versions
        from source in body.Sources
        let move = MoveOf(body.Move)
        select new TransitionDescription(
            source.Name,
            trigger.Name,
            move.Kind,
            move.Targets,
            [.. body.Guards.Select(GuardOf)],
            body.Roles,
            body.Period,
            [.. body.Cites.Select(cite => cite.Text)]);

    private static GuardDescription GuardOf(BoundGuard guard) =>
        new(guard.Name, guard.Refusal, [.. guard.Cites.Select(cite => cite.Text)]);

    private static (TransitionKind Kind, IReadOnlyList<string> Targets) MoveOf(BoundMove move) => move switch
    {
        BoundGoesTo to => (TransitionKind.GoesTo, [to.State.Name]),
        BoundFirstOf first => (
            TransitionKind.FirstOf,
            [.. first.Choices.Select(choice => choice.State.Name), first.Otherwise.Name]),
        BoundGoesBack => (TransitionKind.GoesBack, []),
        BoundIgnores => (TransitionKind.Ignores, []),
        _ => (TransitionKind.Stays, []),
    };
}
