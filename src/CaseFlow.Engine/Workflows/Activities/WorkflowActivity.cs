using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>
/// A workflow that is used as an activity: it runs within the instance of the one that uses it. Its inputs are
/// evaluated once, outside of it, and are its variables; what its outputs came to is given to the outside when it ends.
/// Its outcomes are those of `Complete`, else `Done`.
/// </summary>
internal sealed class WorkflowActivity : Activity
{
    /// <summary>The port of the workflow's root.</summary>
    public const string Port = "root";

    /// <inheritdoc/>
    public override string Type => "Elsa.WorkflowDefinitionActivity";

    /// <inheritdoc/>
    public override bool IsComposite => true;

    /// <inheritdoc/>
    public override bool DeclaresVariables => true;

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        // All are evaluated before any is declared: an input's expression means the variables outside.
        var variables = context.Node.Variables.Select(variable => Local(context, variable)).ToList();
        variables.ForEach(context.Declare);
        context.Schedule(context.Node.Child(Port));
    }

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes) =>
        End(context, Outcomes.Done);

    /// <summary>Ends it with outcomes.</summary>
    public static void End(ActivityContext context, IReadOnlyList<string> outcomes)
    {
        foreach (var output in context.Node.Workflow!.Outputs)
        {
            if (OutputSetting.FindByName(context, output.Name) is { Value: { } value })
            {
                context.Set(Property(context.Node.Definition, output.Name), value);
            }
        }

        context.Complete(outcomes);
    }

    /// <summary>Gives one of its outputs its value, within it and, where it is captured, outside.</summary>
    public static void Answer(ActivityContext context, string output, object? value)
    {
        if (context.Locals.FirstOrDefault(local => local.Name == output && !local.IsInput) is { } variable)
        {
            OutputSetting.Assign(variable, value);
        }

        context.Set(Property(context.Node.Definition, output), value);
    }

    private static LocalVariable Local(ActivityContext context, ProgramVariable variable) =>
        new(variable.Id, variable.Name, variable.Type)
        {
            IsInput = variable.IsInput,
            Value = variable.IsInput
                ? context.Get(Property(context.Node.Definition, variable.Name), variable.Type, variable.First)
                : variable.First,
        };

    // An argument `Amount` is drawn as the property `amount`.
    private static string Property(ActivityDefinition drawn, string argument) =>
        drawn.Inputs.Keys.Concat(drawn.Outputs.Keys).Concat(drawn.Extra.Keys)
            .FirstOrDefault(name => string.Equals(name, argument, StringComparison.OrdinalIgnoreCase))
        ?? JsonNamingPolicy.CamelCase.ConvertName(argument);
}
