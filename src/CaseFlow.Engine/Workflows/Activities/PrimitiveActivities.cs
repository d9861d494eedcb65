using System.Text.Json;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Expressions;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>`WriteLine{text}`: prints; an unset text is an empty line.</summary>
internal sealed class WriteLineActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.WriteLine";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        context.Burst.Print(context, context.Text("text") ?? "");
        context.Complete();
    }
}

/// <summary>`SetVariable{variable, value}`.</summary>
internal sealed class SetVariableActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.SetVariable";

    /// <inheritdoc/>
    public override void CheckLiterals(ExpressionPlace place)
    {
        var id = IdOf(place.Node.Definition.Extra.TryGetValue("variable", out var named) ? named : null);
        var variable = place.Node.Declared(id);
        if (variable is not null
            && LiteralCheck.TryRead(place.Node.Definition, "value", variable.Type, out var value)
            && !ValueConversion.TryConvert(value, variable.Type, out _))
        {
            (place with { Input = "value" }).Tell(
                WorkflowCodes.ValueDoesNotFit, variable.Name, variable.Type.Kind.ToString());
        }
    }

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var id = IdOf(context.Setting("variable"));
        var variable = OutputSetting.FindById(context, id)
            ?? throw ActivityContext.Fault(WorkflowCodes.NoSuchVariable, id);
        OutputSetting.Assign(
            variable, context.Burst.Inputs.Read(context, "value", WorkflowType.Any, null, variable.Name));
        context.Complete();
    }

    private static string IdOf(JsonElement? variable) =>
        variable is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("id", out var named)
            ? named.ToString()
            : "";
}

/// <summary>
/// `SetOutput{outputName, outputValue}`: an output of the nearest workflow around it that declares it, else of the
/// instance.
/// </summary>
internal sealed class SetOutputActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.SetOutput";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var name = context.Text("outputName") ?? "";
        var value = context.Burst.Inputs.Read(context, "outputValue", WorkflowType.Any, null, name);
        if (Declaring(context, name) is { } workflow)
        {
            WorkflowActivity.Answer(workflow, name, value);
        }
        else
        {
            context.Burst.State.Answer(name, value);
        }

        context.Complete();
    }

    private static ActivityContext? Declaring(ActivityContext context, string output)
    {
        var at = context.Owner;
        while (at is not null && at.Node.Workflow?.Outputs.Any(declared => declared.Name == output) != true)
        {
            at = at.Owner;
        }

        return at;
    }
}

/// <summary>`SetName{value}`: what people call the instance.</summary>
internal sealed class SetNameActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.SetName";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        context.Burst.State.Name = context.Text("value");
        context.Complete();
    }
}

/// <summary>`Correlate{correlationId}`: what events find the instance by.</summary>
internal sealed class CorrelateActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.Correlate";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        context.Burst.State.CorrelationId = context.Text("correlationId");
        context.Complete();
    }
}

/// <summary>`Fault{code, category, faultType, message}`: an incident that the author wants.</summary>
internal sealed class FaultActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.Fault";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => throw ActivityContext.Fault(
        WorkflowCodes.AuthorsFault, context.Text("message") ?? "", context.Text("code") ?? "0");
}

/// <summary>What stands for a type that is not known.</summary>
internal sealed class NotFoundActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.NotFoundActivity";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) =>
        throw ActivityContext.Fault(WorkflowCodes.UnknownActivity, context.Node.Definition.Type);
}
