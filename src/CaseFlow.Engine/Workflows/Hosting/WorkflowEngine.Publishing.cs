using System.Globalization;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <content>Publishing.</content>
public sealed partial class WorkflowEngine
{
    /// <summary>
    /// Publishes a definition: from now on new instances begin with it; those that run keep their version. Its number
    /// is the one drawn, or the next where that is taken or passed. The same text again changes nothing.
    /// </summary>
    /// <param name="json">The definition, in Elsa 3's format.</param>
    /// <param name="name">What it is called where it names itself nothing: the file's name without its ending.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask<PublishResult> PublishAsync(
        ReadOnlyMemory<byte> json, string name, CancellationToken cancellationToken)
    {
        var reading = DefinitionReader.Read(json, name);
        var building = reading.Definition is { } drawn
            ? await _programs.BuildAsync(drawn, null, cancellationToken)
            : null;
        var findings = new FindingList();
        findings.AddRange(reading.Findings);
        findings.AddRange(building?.Findings ?? []);
        var triggers = building?.Program is { } program ? TriggersOf(program, findings) : [];
        if (reading.Definition is null || findings.HasErrors)
        {
            return new PublishResult(null, 0, findings.All);
        }

        for (var attempt = 1; attempt <= InstanceBursts.AttemptsAtMost; attempt++)
        {
            var (row, isThere) = await NumberedAsync(reading.Definition, json, cancellationToken);
            if (isThere || await _store.PublishAsync(row, RowsOf(row, triggers), cancellationToken))
            {
                return new PublishResult(row.VersionId, row.Version, findings.All) { Repeated = isThere };
            }
        }

        findings.Add(WorkflowResult.Problem(
            WorkflowCodes.LostRace, "", InstanceBursts.AttemptsAtMost.ToString(CultureInfo.InvariantCulture)));
        return new PublishResult(null, 0, findings.All);
    }

    private async ValueTask<(DefinitionRow Row, bool IsThere)> NumberedAsync(
        WorkflowDefinition drawn, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        if (await _store.FindPublishedAsync(drawn.DefinitionId, cancellationToken) is { } published
            && published.Json.Span.SequenceEqual(json.Span))
        {
            return (published, true);
        }

        var versions = await _store.ListVersionsAsync(drawn.DefinitionId, cancellationToken);
        var last = versions.Count == 0 ? 0 : versions.Max(row => row.Version);
        var number = Math.Max(last + 1, drawn.Version);
        var isTaken = await _store.FindVersionAsync(drawn.VersionId, cancellationToken) is not null;
        var versionId = isTaken
            ? string.Create(CultureInfo.InvariantCulture, $"{drawn.DefinitionId}:{number}")
            : drawn.VersionId;
        return (
            new DefinitionRow(
                versionId, drawn.DefinitionId, number, drawn.Name, true, json.ToArray(), _clock.GetUtcNow()),
            false);
    }

    private List<(ProgramNode Node, TriggerStimulus Stimulus)> TriggersOf(
        WorkflowProgram program, FindingList findings)
    {
        var reading = new TriggerReading(program, _features);
        var triggers = new List<(ProgramNode, TriggerStimulus)>();
        foreach (var node in program.Nodes.Where(IsTrigger))
        {
            var (stimulus, problem) = reading.Read(node, _clock.GetUtcNow());
            if (problem is not null && !findings.Tells(problem.Code, problem.Path))
            {
                findings.Add(problem);
            }

            if (stimulus is not null)
            {
                triggers.Add((node, stimulus));
            }
        }

        return triggers;
    }

    // What a workflow that is used as an activity begins with starts that workflow, not the one that uses it.
    private static bool IsTrigger(ProgramNode node)
    {
        for (var outer = node.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Activity.IsComposite)
            {
                return false;
            }
        }

        return node.Definition.CanStartWorkflow;
    }

    private static List<TriggerRow> RowsOf(
        DefinitionRow row, IEnumerable<(ProgramNode Node, TriggerStimulus Stimulus)> triggers) =>
    [
        .. triggers.Select(trigger => new TriggerRow(
            row.DefinitionId, row.VersionId, trigger.Node.NodeId, trigger.Stimulus.Kind, trigger.Stimulus.Key,
            trigger.Stimulus.DueAt)),
    ];
}
