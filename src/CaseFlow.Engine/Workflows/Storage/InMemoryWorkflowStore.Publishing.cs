namespace CaseFlow.Engine.Workflows.Storage;

/// <content>Definitions and what starts them.</content>
public sealed partial class InMemoryWorkflowStore
{
    private readonly List<DefinitionRow> _versions = [];
    private readonly Dictionary<string, DefinitionRow> _published = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Definition, string Activity), TriggerRow> _triggers =
        new(Comparer<(string Definition, string Activity)>.Create(ByName));

    /// <inheritdoc/>
    public ValueTask<bool> PublishAsync(
        DefinitionRow definition, IReadOnlyList<TriggerRow> triggers, CancellationToken cancellationToken)
    {
        definition.RequireOwn(triggers);
        lock (_gate)
        {
            if (_versions.Exists(row => IsTaken(row, definition)))
            {
                return ValueTask.FromResult(false);
            }

            for (var index = 0; index < _versions.Count; index++)
            {
                var row = _versions[index];
                _versions[index] = row.DefinitionId == definition.DefinitionId
                    ? row with { IsPublished = false }
                    : row;
            }

            var published = definition with { IsPublished = true };
            _versions.Add(published);
            _published[definition.DefinitionId] = published;
            ReplaceTriggers(definition.DefinitionId, triggers);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<DefinitionRow?> FindVersionAsync(string versionId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_versions.Find(row => row.VersionId == versionId));
        }
    }

    /// <inheritdoc/>
    public ValueTask<DefinitionRow?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_published.GetValueOrDefault(definitionId));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DefinitionRow>> ListVersionsAsync(
        string? definitionId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<DefinitionRow>>(
            [
                .. _versions.AsEnumerable().Reverse()
                    .Where(row => definitionId is null || row.DefinitionId == definitionId)
                    .Select(row => row with { Json = default }),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TriggerRow>> FindTriggersAsync(
        string kind, string key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<TriggerRow>>(
                [.. _triggers.Values.Where(row => row.Kind == kind && row.Key == key)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TriggerRow>> DueTriggersAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<TriggerRow>>(
                [.. _triggers.Values.Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask MoveTriggerAsync(TriggerRow seen, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var place = (seen.DefinitionId, seen.ActivityId);
            if (_triggers.TryGetValue(place, out var row)
                && row.VersionId == seen.VersionId && row.DueAt == seen.DueAt)
            {
                _triggers[place] = row with { DueAt = dueAt };
            }

            return ValueTask.CompletedTask;
        }
    }

    private void ReplaceTriggers(string definitionId, IReadOnlyList<TriggerRow> triggers)
    {
        foreach (var place in _triggers.Keys.Where(place => place.Definition == definitionId).ToList())
        {
            _triggers.Remove(place);
        }

        foreach (var row in triggers)
        {
            _triggers.Add((row.DefinitionId, row.ActivityId), row);
        }
    }

    private static bool IsTaken(DefinitionRow row, DefinitionRow definition) =>
        row.VersionId == definition.VersionId
        || (row.DefinitionId == definition.DefinitionId && row.Version == definition.Version);

    private static int ByName((string Definition, string Activity) first, (string Definition, string Activity) second)
    {
        var byDefinition = string.CompareOrdinal(first.Definition, second.Definition);
        return byDefinition != 0 ? byDefinition : string.CompareOrdinal(first.Activity, second.Activity);
    }
}
