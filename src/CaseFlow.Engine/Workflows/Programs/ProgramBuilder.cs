using System.Collections.ObjectModel;
using System.Globalization;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>What building gave: the program where nothing keeps it from running, and everything found.</summary>
internal sealed record ProgramBuilding(WorkflowProgram? Program, IReadOnlyList<WorkflowFinding> Findings);

/// <summary>
/// Makes a program of a definition and of those that it uses as activities, and tells everything that keeps it from
/// being published. Pure, as its library is.
/// </summary>
internal sealed class ProgramBuilder
{
    /// <summary>
    /// How many activities a program may have by the workflows that it uses: two that use each other twice, ten deep,
    /// are a thousand.
    /// </summary>
    public const int MostNested = 200_000;

    private readonly ActivityCatalogue _catalogue;
    private readonly WorkflowReferences _references;
    private readonly List<ProgramNode> _nodes = [];
    private readonly List<WorkflowFinding> _findings = [];
    private readonly Stack<WorkflowDefinition> _open = [];
    private readonly DeclaredVariables _variables;
    private int _depth;

    private ProgramBuilder(ActivityCatalogue catalogue, WorkflowReferences references)
    {
        (_catalogue, _references) = (catalogue, references);
        _variables = new DeclaredVariables(Warn);
    }

    /// <summary>Builds.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="features">The types of activities and the languages of expressions.</param>
    /// <param name="library">The workflows that may be used as activities.</param>
    /// <param name="pins">
    /// The pins of a program built before, so that it comes out the same; null: it is built for the first time.
    /// </param>
    public static ProgramBuilding Build(
        WorkflowDefinition definition,
        WorkflowFeatures features,
        IWorkflowLibrary library,
        IReadOnlyDictionary<string, string>? pins = null)
    {
        var references = new WorkflowReferences(library, pins);
        var builder = new ProgramBuilder(features.Catalogue, references);
        builder._open.Push(definition);
        builder.Node(definition.Root, null, definition.Variables);
        var program = new WorkflowProgram(definition, builder._nodes, references.Pins);
        ExpressionCheck.Run(program, features.Languages, builder._findings);
        return new ProgramBuilding(
            builder._findings.Exists(finding => finding.Severity == Severity.Error) ? null : program,
            builder._findings);
    }

    private ProgramNode Node(
        ActivityDefinition activity, ProgramNode? parent, IReadOnlyList<VariableDefinition> outer, int place = 0)
    {
        if (activity.MergeMode is { } mode)
        {
            Tell(WorkflowCodes.TokenMode, activity.Path, mode);
        }

        _depth++;
        var known = _catalogue.Find(activity.Type);
        var workflow = _references.Find(activity, known is not null);
        var node = workflow is not null && MayUse(workflow, activity)
            ? Workflow(activity, parent, workflow, place)
            : Plain(
                activity, parent, known ?? Unknown(activity, workflow), [.. outer, .. activity.Variables], place);
        _depth--;
        return node;
    }

    private ProgramNode Plain(
        ActivityDefinition activity,
        ProgramNode? parent,
        Activity behaviour,
        IReadOnlyList<VariableDefinition> variables,
        int place)
    {
        var node = new ProgramNode
        {
            Index = _nodes.Count,
            Definition = activity,
            Activity = behaviour,
            Parent = parent,
            Place = place,
            Variables = _variables.Enter(variables, activity.Path),
        };
        _nodes.Add(node);
        node.Ports = Ports(node);
        node.Cases = [.. activity.Cases.Select(found => found.Activity is { } one ? Node(one, node, []) : null)];
        if (node.Activity is FlowchartActivity)
        {
            node.Flow = FlowBuilding.Build(node, (code, path, id) => Warn(code, path, id));
            if (node.Flow.IsTangled)
            {
                Tell(WorkflowCodes.TooTangled, activity.Path, Number(FlowGraph.MostLooks));
            }
        }

        _variables.Leave(node.Variables, activity.Path);
        return node;
    }

    private ProgramNode Workflow(
        ActivityDefinition activity, ProgramNode? parent, WorkflowDefinition workflow, int place)
    {
        var node = new ProgramNode
        {
            Index = _nodes.Count,
            Definition = activity,
            Activity = _catalogue.Workflow,
            Workflow = workflow,
            Parent = parent,
            Place = place,
            Variables = _variables.Enter(workflow, activity.Path),
        };
        _nodes.Add(node);
        _open.Push(workflow);
        node.Ports = new Dictionary<string, IReadOnlyList<ProgramNode>>(StringComparer.OrdinalIgnoreCase)
        {
            [WorkflowActivity.Port] = [Node(workflow.Root, node, [])],
        };
        _open.Pop();
        _variables.Leave(node.Variables, activity.Path);
        return node;
    }

    // Refused at the place of use: the workflows in between may be sound by themselves.
    private bool MayUse(WorkflowDefinition workflow, ActivityDefinition activity)
    {
        if (_open.Any(open => open.VersionId == workflow.VersionId))
        {
            var round = _open.TakeWhile(open => open.VersionId != workflow.VersionId).Reverse()
                .Prepend(workflow).Append(workflow);
            Tell(
                WorkflowCodes.WorkflowCycle, activity.Path, string.Join(" → ", round.Select(one => one.DefinitionId)));
            return false;
        }

        if (_depth > ActivityReader.DeepestNesting)
        {
            Tell(WorkflowCodes.NestedTooDeeply, activity.Path, Number(ActivityReader.DeepestNesting));
            return false;
        }

        if (_nodes.Count > MostNested)
        {
            Tell(WorkflowCodes.TooManyActivities, activity.Path, Number(MostNested));
            return false;
        }

        return true;
    }

    private Activity Unknown(ActivityDefinition activity, WorkflowDefinition? refused)
    {
        if (refused is not null)
        {
            return _catalogue.NotFound;
        }

        if (activity.Workflow is { } reference)
        {
            Warn(WorkflowCodes.WorkflowMissing, activity.Path, reference.DefinitionId ?? reference.VersionId ?? "");
        }
        else
        {
            Warn(WorkflowCodes.UnknownActivity, activity.Path, activity.Type);
        }

        return _catalogue.NotFound;
    }

    private ReadOnlyDictionary<string, IReadOnlyList<ProgramNode>> Ports(ProgramNode node)
    {
        var ports = new Dictionary<string, IReadOnlyList<ProgramNode>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, children) in node.Definition.Ports)
        {
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var child in children.Where(child => !ids.TryAdd(child.Id, child.Path)))
            {
                Tell(WorkflowCodes.DuplicateActivity, child.Path, child.Id, ids[child.Id]);
            }

            ports[name] = [.. children.Select((child, place) => Node(child, node, [], place))];
        }

        return ports.AsReadOnly();
    }

    private void Tell(string code, string path, params string[] arguments) =>
        _findings.Add(new WorkflowFinding(code, Severity.Error, Where(path), arguments));

    private void Warn(string code, string path, params string[] arguments) =>
        _findings.Add(new WorkflowFinding(code, Severity.Warning, Where(path), arguments));

    // In a workflow that is used, its id comes first.
    private string Where(string path) => _open.Count == 1 ? path : $"{_open.Peek().DefinitionId}#{path}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
