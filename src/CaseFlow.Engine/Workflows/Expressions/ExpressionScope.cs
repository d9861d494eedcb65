using System.Globalization;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Expressions;

/// <summary>
/// What an expression of an activity sees of its instance, and may change: variables and the instance's names.
/// </summary>
internal sealed class ExpressionScope(Burst burst, ActivityContext context)
{
    /// <summary>The instance.</summary>
    public WorkflowState State => burst.State;

    /// <summary>The definition.</summary>
    public WorkflowProgram Program => burst.Program;

    /// <summary>The moment of the burst, UTC.</summary>
    public DateTimeOffset Now => burst.Surroundings.Now;

    /// <summary>The activity, as ids from the root joined by `:`.</summary>
    public string NodeId => context.Node.NodeId;

    /// <summary>
    /// What chance is derived from: another one for every evaluation, the same when the burst is run again.
    /// </summary>
    public string Seed() => string.Create(
        CultureInfo.InvariantCulture,
        $"{State.InstanceId}/{State.LastBookmark}/{State.LastContext}/{context.Number}/{burst.Draw()}/{Now.UtcTicks}");

    /// <summary>The inputs of the workflow that the activity stands in, by name.</summary>
    public IReadOnlyDictionary<string, object?> Inputs
    {
        get
        {
            var nearer = Variables.Where(variable => variable.IsInput).ToList();
            if (nearer.Count == 0)
            {
                return burst.State.Input;
            }

            var inputs = new Dictionary<string, object?>(burst.State.Input, StringComparer.Ordinal);
            nearer.ForEach(variable => inputs[variable.Name] = variable.Value);
            return inputs;
        }
    }

    /// <summary>All variables in reach, the inner ones first; of two with one name only the inner.</summary>
    public IEnumerable<LocalVariable> Variables
    {
        get
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var at = context; at is not null; at = at.Owner)
            {
                foreach (var variable in at.Locals.Where(variable => seen.Add(variable.Name)))
                {
                    yield return variable;
                }
            }
        }
    }

    /// <summary>The value of the variable of an id; null: none is in reach.</summary>
    public object? VariableById(string id) => OutputSetting.FindById(context, id)?.Value;

    /// <summary>The value of the variable of a name; null: none is in reach.</summary>
    public object? Variable(string name) => OutputSetting.FindByName(context, name)?.Value;

    /// <summary>
    /// Gives the variable of a name its value; where none is in reach, the nearest container gets one.
    /// </summary>
    public void SetVariable(string name, object? value)
    {
        if (OutputSetting.FindByName(context, name) is { } variable)
        {
            OutputSetting.Assign(variable, value);
            return;
        }

        var container = context;
        while (container.Owner is { } owner && !container.Node.Activity.DeclaresVariables)
        {
            container = owner;
        }

        container.Declare(new LocalVariable(name, name, WorkflowType.Any)
        {
            Value = ValueSize.Fitting(name, value),
        });
    }

    /// <summary>
    /// What the starter gave under a name. Within a workflow that is used as an activity its inputs are variables.
    /// </summary>
    public object? Input(string name) =>
        OutputSetting.FindByName(context, name) is { IsInput: true } variable
            ? variable.Value
            : burst.State.Input.GetValueOrDefault(name);

    /// <summary>
    /// What an activity, by name or id, gave last; null: nothing, or there is no such activity. Scripts call outputs
    /// `Result`, definitions `result`.
    /// </summary>
    public object? OutputFrom(string activity, string output) =>
        burst.Program.Find(activity) is { } node && output.Length > 0
            ? burst.State.Recall(node.Index, output)
                ?? burst.State.Recall(node.Index, char.ToLowerInvariant(output[0]) + output[1..])
            : null;
}
