using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Commands;

/// <summary>Decides about firing a trigger.</summary>
internal static class Firing
{
    /// <summary>The events, or every reason against it.</summary>
    public static Decision Decide(CaseState state, FireTrigger fire, Circumstances circumstances)
    {
        if (fire.ExpectedVersion is { } expected && expected != state.Version)
        {
            return new Refused(CommandStatus.Stale, [Stale(expected, state.Version)]);
        }

        var definition = circumstances.Pack.DefinitionOf(state.Lifecycle);
        if (definition.FindTrigger(fire.Trigger) is not { } trigger)
        {
            return new Refused(CommandStatus.Malformed, [UnknownTrigger(fire.Trigger, definition)]);
        }

        var day = EffectiveDay.Of(fire, circumstances);
        var current = definition.FindState(state.State)!;
        var bodies = definition.BodiesOf(current, trigger, day);
        var told = ToldFacts.Of(fire, state, bodies, circumstances.Pack);
        if (told.Malformed.Count > 0)
        {
            return new Refused(CommandStatus.Malformed, told.Malformed);
        }

        if (bodies.Count == 0)
        {
            var wrongState = WrongState(state, trigger, definition, day);
            return new Refused(
                CommandStatus.Refused, [wrongState, .. EffectiveDay.Check(fire, state, circumstances)]);
        }

        return Choose(trigger, [.. bodies.Select(body => Attempt(state, fire, trigger, body, told, circumstances))]);
    }

    /// <summary>Fires one body of a trigger and tells what that comes to, every problem included.</summary>
    public static Decision Attempt(
        CaseState state,
        FireTrigger fire,
        BoundTrigger trigger,
        BoundTriggerBody body,
        ToldFacts told,
        Circumstances circumstances)
    {
        var inputs = told.InputsOf(body);
        var day = EffectiveDay.Of(fire, circumstances);
        var draft = new Draft(state, told.Before, fire, day, circumstances) { Inputs = inputs };
        draft.Problems.AddRange(EffectiveDay.Check(fire, state, circumstances));
        draft.Record(told.Facts, trigger: null);
        if (body.Move is BoundIgnores)
        {
            draft.Emit(new TriggerIgnored(trigger.Name, state.State));
            return draft.Conclude();
        }

        var missing = body.Inputs.Where(input => !input.Type.Optional && !inputs.ContainsKey(input)).ToList();
        Guards.Check(draft, trigger, body, missing);
        if (missing.Count == 0)
        {
            Carry(draft, fire, trigger, body);
        }

        return draft.Conclude();
    }

    // Effects run even where a guard said no, so that what they lack is told in the same refusal.
    private static void Carry(Draft draft, FireTrigger fire, BoundTrigger trigger, BoundTriggerBody body)
    {
        var before = draft.State;
        var inputs = FactWriter.WriteInputs(body.Inputs, draft.Inputs);
        draft.Emit(new TriggerFired(trigger.Name, inputs, fire.At, Citations.Of(body.Cites)));
        foreach (var effect in body.Effects)
        {
            Effects.Apply(draft, effect, trigger, fire.At);
        }

        Moves.Apply(draft, before, trigger, body);
    }

    private static Decision Choose(BoundTrigger trigger, IReadOnlyList<Decision> attempts)
    {
        var passed = attempts.OfType<Decided>().ToList();
        return passed switch
        {
            [var only] => only,
            [] => new Refused(
                CommandStatus.Refused,
                ProblemLists.Distinct(attempts.OfType<Refused>().SelectMany(refused => refused.Problems))),
            _ => new Refused(
                CommandStatus.Refused, [new Problem(EngineCodes.AmbiguousTrigger, trigger.Name, [trigger.Name])]),
        };
    }

    private static Problem WrongState(CaseState state, BoundTrigger trigger, CaseDefinition definition, DateOnly day)
    {
        var returnTo = state.ReturnTo is { } name ? definition.FindState(name) : null;
        var nearest = NearestTriggers.Towards(
            definition, definition.FindState(state.State)!, trigger, day, returnTo);
        return nearest.Count == 0
            ? new Problem(EngineCodes.NoWayThere, trigger.Name, [trigger.Name, state.State])
            : new Problem(
                EngineCodes.NotPermittedHere, trigger.Name, [trigger.Name, state.State, string.Join(", ", nearest)])
            {
                LeadsOut = nearest,
            };
    }

    private static Problem UnknownTrigger(string name, CaseDefinition definition)
    {
        var known = definition.Lifecycle.Triggers.Select(trigger => trigger.Name).ToList();
        return new Problem(
            EngineCodes.UnknownTrigger, name, [name, definition.Lifecycle.Name, string.Join(", ", known)])
        {
            LeadsOut = known,
        };
    }

    private static Problem Stale(int expected, int version) => new(
        EngineCodes.Stale,
        "version",
        [
            expected.ToString(System.Globalization.CultureInfo.InvariantCulture),
            version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ]);
}
