using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Engine.Workflows.Embedding;

/// <summary>An embedder's activity as it is registered.</summary>
/// <param name="Declaration">How definitions use it.</param>
/// <param name="Class">What does its work.</param>
internal sealed record EmbeddedRegistration(WorkflowActivityType Declaration, Type Class);

/// <summary>Does the work of embedders' activities, each by an object of its class in a scope of its own.</summary>
internal sealed class EmbeddedWorkHandler(
    IEnumerable<EmbeddedRegistration> registrations, IServiceScopeFactory scopes) : IWorkHandler
{
    private readonly Dictionary<string, Type> _classes = registrations.ToDictionary(
        registration => registration.Declaration.Name, registration => registration.Class, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Kind => BookmarkKinds.Work;

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(WorkRequest request, CancellationToken cancellationToken)
    {
        if (!_classes.TryGetValue(request.Key, out var found))
        {
            return new WorkAnswer.Refused(WorkflowCodes.UnknownActivity, [request.Key]);
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var activity = (IWorkflowActivity)scope.ServiceProvider.GetRequiredService(found);
            var answer = await activity.ExecuteAsync(CallOf(request), cancellationToken).ConfigureAwait(false);
            return answer.Refusal is { } reason
                ? new WorkAnswer.Refused(WorkflowCodes.ActivityRefused, [request.Key, reason])
                : new WorkAnswer.Done(EmbeddedAnswer.Of(answer)) { Outbox = answer.Outbox };
        }
    }

    private static WorkflowActivityCall CallOf(WorkRequest request) => new(
        request.InstanceId,
        request.EffectKey,
        request.CorrelationId,
        request.Payload as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>(),
        request.Attempt);
}
