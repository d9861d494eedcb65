using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Commands;

/// <summary>Asks who fires, what is given, and every guard in force; each no is a reason of its own.</summary>
internal static class Guards
{
    /// <summary>Adds every reason against the body to the draft's problems.</summary>
    public static void Check(
        Draft draft, BoundTrigger trigger, BoundTriggerBody body, IReadOnlyList<FieldSymbol> missingInputs)
    {
        CheckRole(draft, trigger, body);
        foreach (var input in missingInputs)
        {
            draft.Refuse(new Problem(EngineCodes.MissingInput, input.Name, [input.Name]) { LeadsOut = [input.Name] });
        }

        foreach (var guard in body.Guards.Where(guard => guard.Period.Contains(draft.Day)))
        {
            Ask(draft, guard, missingInputs);
        }
    }

    private static void CheckRole(Draft draft, BoundTrigger trigger, BoundTriggerBody body)
    {
        if (!draft.Principal.HasAny(body.Roles))
        {
            draft.Refuse(new Problem(
                EngineCodes.RoleMissing, trigger.Name, [trigger.Name, string.Join(", ", body.Roles)])
            {
                Cites = Citations.Of(body.Cites),
            });
        }
    }

    private static void Ask(Draft draft, BoundGuard guard, IReadOnlyList<FieldSymbol> missingInputs)
    {
        try
        {
            var answer = draft.Evaluation.Value(guard.Condition);
            if (answer is UnknownValue unknown)
            {
                RefuseUnknown(draft, guard, unknown, missingInputs);
            }
            else if (answer is not BooleanValue { Value: true })
            {
                draft.Refuse(new Problem(EngineCodes.GuardUnmet, guard.Name, [guard.Name])
                {
                    Cites = Citations.Of(guard.Cites), Texts = guard.Refusal,
                });
            }
        }
        catch (EvaluationFaultException fault)
        {
            draft.Refuse(new Problem(fault.Code, guard.Name, fault.Arguments) { Cites = Citations.Of(guard.Cites) });
        }
    }

    // A guard that waits for missing inputs alone says nothing that those do not say already.
    private static void RefuseUnknown(
        Draft draft, BoundGuard guard, UnknownValue unknown, IReadOnlyList<FieldSymbol> missingInputs)
    {
        var inputs = missingInputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var toTell = Citations.ToTell(unknown).Where(name => !inputs.Contains(name)).ToList();
        if (toTell.Count > 0)
        {
            draft.Refuse(new Problem(EngineCodes.GuardUnknown, guard.Name, [guard.Name, string.Join(", ", toTell)])
            {
                Cites = Citations.Of(guard.Cites), LeadsOut = toTell,
            });
        }
    }
}
