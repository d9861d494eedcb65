using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Expressions;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>
/// `RunJavaScript{script, possibleOutcomes} → result`: runs a script, which may choose the outcomes. The script stands
/// there as it is, whether the designer calls it a literal or JavaScript.
/// </summary>
internal sealed class RunJavaScriptActivity : Activity
{
    private const string Script = "script";

    /// <inheritdoc/>
    public override string Type => "Elsa.RunJavaScript";

    /// <inheritdoc/>
    public override void Check(ExpressionPlace place, ExpressionLanguages languages)
    {
        if (place.Node.Definition.Inputs.TryGetValue(Script, out var input)
            && input.Expression is { Type: ExpressionLanguages.Literal } literal)
        {
            languages.Find(JavaScriptLanguage.LanguageName)?.Check(literal.Value, place with { Input = Script });
        }
    }

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        if (TextOf(context) is not { } script
            || context.Burst.Surroundings.Languages.Find(JavaScriptLanguage.LanguageName)
                is not JavaScriptLanguage language)
        {
            context.Complete();
            return;
        }

        var answer = language.Run(script, new ExpressionScope(context.Burst, context));
        if (answer.Value is { } value)
        {
            context.Set("result", value);
        }

        context.Complete(answer.Outcomes);
    }

    private static string? TextOf(ActivityContext context) => context.Expression(Script) switch
    {
        { Type: JavaScriptLanguage.LanguageName } drawn => JavaScriptLanguage.TextOf(drawn.Value),
        _ => context.Text(Script) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null,
    };
}

/// <summary>An activity of the format that is not run here: a definition that uses it is not published.</summary>
internal sealed class RefusedActivity(string type) : Activity
{
    /// <summary>Those that would run code of the host, or need a runtime of their own.</summary>
    public static IReadOnlyList<Activity> All { get; } =
        [new RefusedActivity("Elsa.RunCSharp"), new RefusedActivity("Elsa.RunPython")];

    /// <inheritdoc/>
    public override string Type { get; } = type;

    /// <inheritdoc/>
    public override void Check(ExpressionPlace place, ExpressionLanguages languages) =>
        place.Tell(WorkflowCodes.RefusedActivity, Type);

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) =>
        throw ActivityContext.Fault(WorkflowCodes.RefusedActivity, Type);
}
