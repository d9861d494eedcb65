using System.Text.Json;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>Something found about a definition that a pack ships.</summary>
/// <param name="File">The file, by its path in the pack.</param>
/// <param name="Finding">What was found.</param>
public sealed record PackWorkflowFinding(string File, WorkflowFinding Finding);

/// <summary>What came of publishing a definition that a pack ships.</summary>
/// <param name="File">The file, by its path in the pack.</param>
/// <param name="Result">What came of it.</param>
public sealed record PackWorkflowPublication(string File, PublishResult Result);

/// <summary>
/// The procedures that a pack ships: the definitions in its folder `workflows`. They are part of its content, and not
/// of the hash of its rules: what a case pins decides about the case, whatever workflow asks.
/// </summary>
public static class PackWorkflows
{
    private const string Folder = "workflows/";

    /// <summary>The files, in order of their paths.</summary>
    public static IReadOnlyList<string> FilesOf(IRuleSource source) =>
    [
        .. source.Files
            .Where(file => file.StartsWith(Folder, StringComparison.Ordinal)
                && file.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Everything that keeps the definitions from being published, and every name in them that the pack does not have.
    /// </summary>
    /// <param name="source">The pack's files.</param>
    /// <param name="pack">The pack; null: names are not compared.</param>
    /// <param name="features">What definitions may use on the host.</param>
    public static IReadOnlyList<PackWorkflowFinding> Check(
        IRuleSource source, CasePack? pack, WorkflowFeatures features) =>
        [.. FilesOf(source).SelectMany(file => Check(source, file, pack, features))];

    /// <summary>
    /// Publishes the definitions, and gives what came of those that were not there. A host that starts with the pack it
    /// had before leaves alone what was published before, also where something newer was published since; a pack that
    /// becomes current brings all of its definitions with it.
    /// </summary>
    /// <param name="source">The pack's files.</param>
    /// <param name="engine">Where they are published.</param>
    /// <param name="store">Where the engine keeps them.</param>
    /// <param name="becameCurrent">Whether the pack became current just now.</param>
    /// <param name="cancellationToken">Cancels between two definitions.</param>
    public static async ValueTask<IReadOnlyList<PackWorkflowPublication>> PublishAsync(
        IRuleSource source,
        WorkflowEngine engine,
        IWorkflowStore store,
        bool becameCurrent,
        CancellationToken cancellationToken)
    {
        var published = new List<PackWorkflowPublication>();
        foreach (var file in FilesOf(source))
        {
            var json = source.Read(file)!.Value;
            if (!becameCurrent && await IsKnownAsync(store, json, NameOf(file), cancellationToken))
            {
                continue;
            }

            var result = await engine.PublishAsync(json, NameOf(file), cancellationToken);
            if (!result.Repeated)
            {
                published.Add(new PackWorkflowPublication(file, result));
            }
        }

        return published;
    }

    private static async ValueTask<bool> IsKnownAsync(
        IWorkflowStore store, ReadOnlyMemory<byte> json, string name, CancellationToken cancellationToken)
    {
        if (DefinitionReader.Read(json, name).Definition is not { } drawn)
        {
            return false;
        }

        foreach (var version in await store.ListVersionsAsync(drawn.DefinitionId, cancellationToken))
        {
            var row = await store.FindVersionAsync(version.VersionId, cancellationToken);
            if (row!.Json.Span.SequenceEqual(json.Span))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<PackWorkflowFinding> Check(
        IRuleSource source, string file, CasePack? pack, WorkflowFeatures features)
    {
        var reading = DefinitionReader.Read(source.Read(file)!.Value, NameOf(file));
        var building = reading.Definition is { } drawn
            ? ProgramBuilder.Build(drawn, features, IWorkflowLibrary.Empty)
            : null;
        var names = pack is not null && building?.Program is { } program
            ? program.Nodes.SelectMany(node => PackNames.Check(node.Definition, pack))
            : [];
        return reading.Findings.Concat(building?.Findings ?? []).Concat(names)
            .Select(finding => new PackWorkflowFinding(file, finding));
    }

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);
}

/// <summary>Compares the names that activities are given as they stand with those of a pack.</summary>
internal static class PackNames
{
    private const string Prefix = "CaseFlow.";

    /// <summary>Every name that the pack does not have.</summary>
    public static IEnumerable<WorkflowFinding> Check(ActivityDefinition activity, CasePack pack)
    {
        if (!activity.Type.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return [];
        }

        return
            from input in activity.Inputs
            where input.Value.Expression is { Type: "Literal", Value.ValueKind: JsonValueKind.String }
            let name = input.Value.Expression!.Value!.Value.GetString()!
            where !IsKnown(input.Key, name, pack)
            select new WorkflowFinding(
                WorkflowCodes.NameNotInPack, Severity.Error, $"{activity.Path}.{input.Key}", [input.Key, name]);
    }

    private static bool IsKnown(string input, string name, CasePack pack) => input switch
    {
        CasePayload.Trigger => pack.Definitions.Any(definition => definition.FindTrigger(name) is not null),
        CasePayload.State => pack.Definitions.Any(definition => definition.FindState(name) is not null),
        CasePayload.Lifecycle => pack.Definitions.Any(definition => definition.Lifecycle.Name == name),
        CasePayload.Agency => pack.Agencies.IsEmpty || pack.Agencies.Find(name) is not null,
        CasePayload.Role => pack.Agencies.IsEmpty
            || pack.Agencies.Agencies.Any(agency => agency.Roles.ContainsKey(name)),
        CasePayload.Deadline => pack.FindDeadline(name) is not null,
        CasePayload.Decision => pack.Bound.Decisions.Any(decision => decision.Symbol.Name == name),
        CasePayload.Fact => pack.Bound.FactRoots.SelectMany(root => root.Fields).Any(fact => fact.Path == name),
        _ => true,
    };
}
