using System.Globalization;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>Starts what triggers by time ask for, and says when they ask next.</summary>
internal sealed class DueTriggers(
    WorkflowEngine engine, IWorkflowStore store, TimeProvider clock, WorkflowSweepOptions options)
{
    /// <summary>Starts all that are due; returns how many instances began.</summary>
    public async ValueTask<int> RunAsync(Action<FailedWork>? failed, CancellationToken cancellationToken)
    {
        var started = 0;
        var due = await store.DueTriggersAsync(clock.GetUtcNow(), options.BatchSize, cancellationToken);
        foreach (var trigger in due)
        {
            started += await StartAsync(trigger, failed, cancellationToken) ? 1 : 0;
        }

        return started;
    }

    private async ValueTask<bool> StartAsync(
        TriggerRow trigger, Action<FailedWork>? failed, CancellationToken cancellationToken)
    {
        try
        {
            var occasion = trigger.DueAt!.Value.UtcTicks.ToString(CultureInfo.InvariantCulture);
            var result = await engine.StartTriggeredAsync(trigger, occasion, null, null, cancellationToken);
            if (result.Problems.Count > 0)
            {
                failed?.Invoke(new FailedWork(trigger.DefinitionId, result.Problems[0].Code, null));
            }

            var next = await engine.NextOfAsync(trigger, cancellationToken);
            await store.MoveTriggerAsync(trigger, next, cancellationToken);
            return result is { Status: WorkflowCommandStatus.Accepted, Repeated: false };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            failed?.Invoke(new FailedWork(trigger.DefinitionId, null, fault));
            return false;
        }
    }
}
