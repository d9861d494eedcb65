using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>`If{condition, then, else} → result`.</summary>
internal sealed class IfActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.If";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var holds = context.Flag("condition");
        context.Set("result", holds);
        context.Schedule(context.Node.Child(holds ? "then" : "else"));
    }
}

/// <summary>`Switch{cases, mode, default}`: the first case that holds, or all of them.</summary>
internal sealed class SwitchActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.Switch";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var chosen = SwitchCases.Chosen(context);
        Branches.Schedule(
            context,
            chosen.Count == 0
                ? context.Node.Children("default")
                : [.. chosen.Select(place => context.Node.Cases[place]).OfType<ProgramNode>()]);
    }

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes) => Branches.Count(context);
}

/// <summary>`FlowSwitch{cases, mode}`: the labels of the cases that hold are its outcomes; none: `Default`.</summary>
internal sealed class FlowSwitchActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.FlowSwitch";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var chosen = SwitchCases.Chosen(context);
        context.Complete(chosen.Count == 0
            ? ["Default"]
            : [.. chosen.Select(place => context.Node.Definition.Cases[place].Label)]);
    }
}

/// <summary>`FlowDecision{condition}`: `True` or `False`.</summary>
internal sealed class FlowDecisionActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.FlowDecision";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) =>
        context.Complete(context.Flag("condition") ? "True" : "False");
}

/// <summary>Which cases of a switch hold.</summary>
internal static class SwitchCases
{
    /// <summary>Their places, in order; with `MatchFirst`, the default, one at most.</summary>
    public static IReadOnlyList<int> Chosen(ActivityContext context)
    {
        var all = context.Text("mode")?.ToUpperInvariant() switch
        {
            null or "" or "MATCHFIRST" or "0" => false,
            "MATCHANY" or "1" => true,
            _ => throw ActivityContext.Fault(WorkflowCodes.ValueDoesNotFit, "mode", "MatchFirst | MatchAny"),
        };
        var cases = context.Node.Definition.Cases;
        var chosen = new List<int>();
        for (var place = 0; place < cases.Count && (all || chosen.Count == 0); place++)
        {
            if (cases[place].Condition is { } condition
                && context.Burst.Inputs.Evaluate(context, cases[place].Label, condition, WorkflowType.Boolean) is true)
            {
                chosen.Add(place);
            }
        }

        return chosen;
    }
}
