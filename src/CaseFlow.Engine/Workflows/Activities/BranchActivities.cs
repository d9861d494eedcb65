using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Expressions;
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
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("condition", WorkflowType.Boolean)];

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
    public override IReadOnlyList<ActivityInput> Inputs => SwitchCases.Inputs;

    /// <inheritdoc/>
    public override void CheckLiterals(ExpressionPlace place) => SwitchCases.Check(place);

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
    public override IReadOnlyList<ActivityInput> Inputs => SwitchCases.Inputs;

    /// <inheritdoc/>
    public override void CheckLiterals(ExpressionPlace place) => SwitchCases.Check(place);

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
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("condition", WorkflowType.Boolean)];

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) =>
        context.Complete(context.Flag("condition") ? "True" : "False");
}

/// <summary>Which cases of a switch hold.</summary>
internal static class SwitchCases
{
    private const string Names = "MatchFirst | MatchAny";

    /// <summary>The inputs of switches.</summary>
    public static IReadOnlyList<ActivityInput> Inputs { get; } =
        [ActivityInput.OneOf("mode", name => IsAll(name) is not null, Names)];

    /// <summary>Tells of a switch that never switches.</summary>
    public static void Check(ExpressionPlace place)
    {
        if (place.Node.Definition.Cases.Count == 0)
        {
            (place with { Input = "cases" }).Warn(WorkflowCodes.NoCases, place.Node.Definition.Id);
        }
    }

    /// <summary>Their places, in order; with `MatchFirst`, the default, one at most.</summary>
    public static IReadOnlyList<int> Chosen(ActivityContext context)
    {
        var all = IsAll(context.Text("mode"))
            ?? throw ActivityContext.Fault(WorkflowCodes.ValueDoesNotFit, "mode", Names);
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

    // Null: nobody knows the mode.
    private static bool? IsAll(string? mode) => mode?.ToUpperInvariant() switch
    {
        null or "" or "MATCHFIRST" or "0" => false,
        "MATCHANY" or "1" => true,
        _ => null,
    };
}
