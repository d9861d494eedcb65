using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>Puts the outputs of activities where the definition wants them, and finds variables.</summary>
internal sealed class OutputSetting(Burst burst)
{
    /// <summary>Gives an output its value.</summary>
    public void Set(ActivityContext context, string output, object? value)
    {
        ValueSize.Fitting(output, value);
        burst.State.Remember(context.Node.Index, output, value);
        if (!context.Node.Definition.Outputs.TryGetValue(output, out var binding)
            || binding.MemoryReference is not { } reference)
        {
            return;
        }

        // Where a workflow is used, its outputs go to variables outside of it.
        if (FindById(context.Node.Activity.IsComposite ? context.Owner : context, reference) is { } variable)
        {
            Assign(variable, value);
        }
        else if (burst.Program.Definition.Outputs.Any(declared => declared.Name == reference))
        {
            burst.State.Answer(reference, value);
        }
    }

    /// <summary>Gives a variable its value, in the variable's type.</summary>
    public static void Assign(LocalVariable variable, object? value) =>
        variable.Value = ValueConversion.TryConvert(value, variable.Type, out var fitted)
            ? ValueSize.Fitting(variable.Name, fitted)
            : throw ActivityContext.Fault(
                WorkflowCodes.ValueDoesNotFit, variable.Name, variable.Type.Kind.ToString());

    /// <summary>The variable of an id, from the inside out; null: none is in reach.</summary>
    public static LocalVariable? FindById(ActivityContext? context, string id) =>
        Find(context, variable => string.Equals(variable.Id, id, StringComparison.Ordinal));

    /// <summary>The variable of a name, from the inside out; null: none is in reach.</summary>
    public static LocalVariable? FindByName(ActivityContext? context, string name) =>
        Find(context, variable => string.Equals(variable.Name, name, StringComparison.Ordinal));

    private static LocalVariable? Find(ActivityContext? context, Predicate<LocalVariable> isMeant)
    {
        for (; context is not null; context = context.Owner)
        {
            foreach (var variable in context.Locals)
            {
                if (isMeant(variable))
                {
                    return variable;
                }
            }
        }

        return null;
    }
}
