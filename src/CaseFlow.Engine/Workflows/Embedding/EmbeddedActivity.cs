using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Expressions;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Embedding;

/// <summary>The part of an embedder's activity that is pure: it reads the inputs, asks the host, and takes the answer.
/// </summary>
internal sealed class EmbeddedActivity(WorkflowActivityType declaration) : Activity
{
    /// <inheritdoc/>
    public override string Type => declaration.Name;

    /// <inheritdoc/>
    public override void Check(ExpressionPlace place, ExpressionLanguages languages)
    {
        foreach (var input in declaration.Inputs.Where(input => input.IsRequired && !IsGiven(place, input.Name)))
        {
            place.Tell(WorkflowCodes.RequiredInput, Type, input.Name);
        }
    }

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var inputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var input in declaration.Inputs)
        {
            var value = context.Get(input.Name, WorkflowType.Of(input.TypeName));
            if (value is not null)
            {
                inputs[input.Name] = value;
            }
            else if (input.IsRequired)
            {
                throw ActivityContext.Fault(WorkflowCodes.InputMissing, input.Name);
            }
        }

        context.Ask(BookmarkKinds.Work, Type, inputs);
    }

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer)
    {
        foreach (var (name, value) in EmbeddedAnswer.Outputs(answer))
        {
            context.Set(name, value);
        }

        context.Complete(EmbeddedAnswer.Outcomes(answer));
    }

    private static bool IsGiven(ExpressionPlace place, string input) =>
        place.Node.Definition.Inputs.TryGetValue(input, out var bound)
            ? bound.Expression is not null
            : place.Node.Definition.Extra.ContainsKey(input);
}

/// <summary>The answer of an embedder's activity as a value of workflows, and back.</summary>
internal static class EmbeddedAnswer
{
    private const string OutputsName = "outputs";
    private const string OutcomesName = "outcomes";

    public static Dictionary<string, object?> Of(WorkflowActivityAnswer answer) => new(StringComparer.Ordinal)
    {
        [OutputsName] = answer.Outputs.ToDictionary(
            output => output.Key, output => Building.DrawnValue.Plain(output.Value), StringComparer.Ordinal),
        [OutcomesName] = answer.Outcomes.Cast<object?>().ToList(),
    };

    public static IReadOnlyDictionary<string, object?> Outputs(object? answer) =>
        In(answer, OutputsName) as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();

    public static IReadOnlyList<string> Outcomes(object? answer) =>
        In(answer, OutcomesName) is IReadOnlyList<object?> outcomes ? [.. outcomes.Select(ValueText.Of)] : [];

    private static object? In(object? answer, string name) =>
        (answer as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(name);
}
