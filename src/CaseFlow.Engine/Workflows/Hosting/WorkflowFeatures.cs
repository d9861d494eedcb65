using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Embedding;
using CaseFlow.Engine.Workflows.Expressions;
using CaseFlow.Engine.Workflows.Expressions.Rules;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Scripting;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// What definitions may use on a host: the types of activities and the languages of expressions. Immutable, shared.
/// </summary>
public sealed class WorkflowFeatures
{
    /// <summary>Features with what a host adds to the plain ones.</summary>
    /// <param name="scripts">What runs JavaScript; null: scripts cannot be run.</param>
    /// <param name="time">Whose day is `today` in expressions of the rules; null: the day in UTC.</param>
    /// <param name="activities">The embedder's own activities; their work is done by the host.</param>
    public WorkflowFeatures(
        IScriptEngine? scripts = null, AgencyTime? time = null, IEnumerable<WorkflowActivityType>? activities = null)
    {
        Catalogue = new ActivityCatalogue(
            [
                .. ActivityCatalogue.Plain, .. RefusedActivity.All, new RunJavaScriptActivity(),
                .. (activities ?? []).Select(activity => new EmbeddedActivity(activity)),
            ]);
        Languages = new ExpressionLanguages(
            [
                .. ExpressionLanguages.Plain, .. RefusedLanguage.All, new JavaScriptLanguage(scripts),
                new RulesLanguage(time),
            ]);
    }

    /// <summary>What needs nothing from outside; scripts cannot be run.</summary>
    public static WorkflowFeatures Plain { get; } = new();

    /// <summary>How much an instance may do before it waits or ends.</summary>
    public BurstLimits Limits { get; init; } = BurstLimits.Default;

    internal ActivityCatalogue Catalogue { get; }

    internal ExpressionLanguages Languages { get; }

    internal BurstSurroundings At(DateTimeOffset now) => new(now, Languages, Limits);
}
