using System.Text.Json;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>A variable of a workflow or a container.</summary>
/// <param name="Id">What bindings refer to; unique in the workflow.</param>
/// <param name="Name">What scripts and people call it.</param>
/// <param name="TypeName">Its type as drawn, such as `Int32` or `List&lt;String&gt;`.</param>
public sealed record VariableDefinition(string Id, string Name, string TypeName)
{
    /// <summary>Whether it holds an array of <see cref="TypeName"/>.</summary>
    public bool IsArray { get; init; }

    /// <summary>Whether it holds a collection of <see cref="TypeName"/>.</summary>
    public bool IsCollection { get; init; }

    /// <summary>Its first value as drawn, a JSON primitive that is converted to the type; null: none.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Where it is kept; the memory driver loses it when the instance is suspended.</summary>
    public string? StorageDriver { get; init; }

    /// <summary>Properties that CaseFlow only keeps.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = ExtraProperties.None;
}

/// <summary>An input or an output of a workflow.</summary>
/// <param name="Name">What starters and scripts call it.</param>
/// <param name="TypeName">Its type as drawn.</param>
public sealed record ArgumentDefinition(string Name, string TypeName)
{
    /// <summary>Whether it holds an array of <see cref="TypeName"/>.</summary>
    public bool IsArray { get; init; }

    /// <summary>Whether a starter must give it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is where it is not given; null: nothing.</summary>
    public JsonElement? DefaultValue { get; init; }

    /// <summary>Properties that CaseFlow only keeps: display name, category, hints of the designer.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = ExtraProperties.None;
}
