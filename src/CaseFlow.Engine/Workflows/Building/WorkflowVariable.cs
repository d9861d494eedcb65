using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Building;

/// <summary>A variable of a workflow that is drawn in code. Its id is its name.</summary>
public abstract class WorkflowVariable
{
    private protected WorkflowVariable(string name) => Name = name;

    /// <summary>What scripts and expressions call it.</summary>
    public string Name { get; }

    internal abstract VariableDefinition Definition { get; }
}

/// <summary>A variable that holds values of a type.</summary>
/// <typeparam name="T">The type; the format's alias of it stands in the definition.</typeparam>
public sealed class WorkflowVariable<T> : WorkflowVariable
{
    private readonly T? _first;

    /// <summary>A variable.</summary>
    /// <param name="name">What scripts and expressions call it; unique in its container.</param>
    /// <param name="first">Its value on entry; the type's default where it is left out.</param>
    public WorkflowVariable(string name, T? first = default)
        : base(name) => _first = first;

    internal override VariableDefinition Definition => new(Name, Name, TypeNames.Of<T>())
    {
        Value = EqualityComparer<T?>.Default.Equals(_first, default) ? null : DrawnValue.Json(_first),
    };
}
