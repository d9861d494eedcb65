namespace CaseFlow.Engine.Workflows.Building;

/// <content>Values, names, scripts.</content>
public static partial class Draw
{
    /// <summary>Prints a line.</summary>
    public static DrawnActivity WriteLine(Input<string> text) => new DrawnActivity("Elsa.WriteLine").With("text", text);

    /// <summary>Gives a variable its value.</summary>
    public static DrawnActivity SetVariable<T>(WorkflowVariable<T> variable, Input<T> value)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new DrawnActivity("Elsa.SetVariable").Setting("variable", Expressions.Reference(variable))
            .With("value", value);
    }

    /// <summary>Gives an output of the workflow its value.</summary>
    public static DrawnActivity SetOutput(Input<string> output, AnyInput value) =>
        new DrawnActivity("Elsa.SetOutput").With("outputName", output).With("outputValue", value);

    /// <summary>Gives the instance a name for people.</summary>
    public static DrawnActivity SetName(Input<string> name) => new DrawnActivity("Elsa.SetName").With("value", name);

    /// <summary>Gives the instance what events find it by.</summary>
    public static DrawnActivity Correlate(Input<string> correlationId) =>
        new DrawnActivity("Elsa.Correlate").With("correlationId", correlationId);

    /// <summary>Runs a script, which may choose the outcomes.</summary>
    public static DrawnActivity RunJavaScript(string script, params IReadOnlyList<string> possibleOutcomes) =>
        new DrawnActivity("Elsa.RunJavaScript")
            .With<string>("script", WorkflowExpression.JavaScript(script))
            .With("possibleOutcomes", possibleOutcomes.Count == 0 ? null : AnyInput.Of(possibleOutcomes));

    /// <summary>
    /// An activity of any type, such as `CaseFlow.OpenCase` or one of your own; give it its inputs with
    /// <see cref="DrawnActivity.With(string, AnyInput)"/>.
    /// </summary>
    public static DrawnActivity Activity(string type) => new(type);

    /// <summary>Another workflow as an activity, by its stable id; its inputs are inputs of the activity.</summary>
    public static DrawnActivity Workflow(string definitionId) =>
        new DrawnActivity("Elsa.WorkflowDefinitionActivity").StandsFor(definitionId);
}
