using System.Collections.Frozen;

namespace CaseFlow.Engine.Workflows.Values;

/// <summary>What a value of a workflow is.</summary>
public enum ValueKind
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>`Boolean`.</summary>
    Boolean,

    /// <summary>`Int16`, `Int32`, `Int64` and their unsigned kin: a whole number within 64 bits.</summary>
    Whole,

    /// <summary>`Single`, `Double`.</summary>
    Double,

    /// <summary>`Decimal`.</summary>
    Decimal,

    /// <summary>`String`.</summary>
    Text,

    /// <summary>`DateTime`.</summary>
    DateTime,

    /// <summary>`DateTimeOffset`.</summary>
    Instant,

    /// <summary>`TimeSpan`.</summary>
    TimeSpan,

    /// <summary>`Guid`.</summary>
    Guid,

    /// <summary>`ByteArray`.</summary>
    Bytes,

    /// <summary>An array, a list, any collection.</summary>
    List,

    /// <summary>A dictionary, or a JSON object.</summary>
    Map,
}

/// <summary>The type of a variable, an input or an output.</summary>
/// <param name="Kind">What its values are.</param>
/// <param name="Element">Of a list: the type of its items; of a map: of its values. Null: anything.</param>
public sealed record WorkflowType(ValueKind Kind, WorkflowType? Element = null)
{
    /// <summary>
    /// The longest name that is read, in characters; a longer one is anything. A generic type with its assemblies has
    /// under three hundred.
    /// </summary>
    public const int LongestName = 1_000;

    /// <summary>
    /// Of a map whose values are declared one by one: their types by name. Expressions of the rules read it as facts.
    /// </summary>
    public IReadOnlyDictionary<string, WorkflowField>? Fields { get; init; }

    private static readonly FrozenDictionary<string, ValueKind> Simple = new Dictionary<string, ValueKind>
    {
        ["object"] = ValueKind.Any,
        ["boolean"] = ValueKind.Boolean,
        ["int16"] = ValueKind.Whole,
        ["int32"] = ValueKind.Whole,
        ["int64"] = ValueKind.Whole,
        ["long"] = ValueKind.Whole,
        ["byte"] = ValueKind.Whole,
        ["single"] = ValueKind.Double,
        ["double"] = ValueKind.Double,
        ["decimal"] = ValueKind.Decimal,
        ["string"] = ValueKind.Text,
        ["datetime"] = ValueKind.DateTime,
        ["datetimeoffset"] = ValueKind.Instant,
        ["timespan"] = ValueKind.TimeSpan,
        ["guid"] = ValueKind.Guid,
        ["bytearray"] = ValueKind.Bytes,
        ["json"] = ValueKind.Any,
        ["jsonelement"] = ValueKind.Any,
        ["jsonnode"] = ValueKind.Any,
        ["jsonobject"] = ValueKind.Map,
        ["jsonarray"] = ValueKind.List,
        ["stringdictionary"] = ValueKind.Map,
        ["objectdictionary"] = ValueKind.Map,
        ["stringmap"] = ValueKind.Map,
        ["objectmap"] = ValueKind.Map,
        ["expandoobject"] = ValueKind.Map,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Collections = new[]
    {
        "list", "ilist", "icollection", "ienumerable", "ireadonlylist", "ireadonlycollection", "hashset", "iset",
        "array",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dictionaries =
        new[] { "dictionary", "idictionary", "ireadonlydictionary" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Anything.</summary>
    public static WorkflowType Any { get; } = new(ValueKind.Any);

    /// <summary>Text.</summary>
    public static WorkflowType Text { get; } = new(ValueKind.Text);

    /// <summary>Yes or no.</summary>
    public static WorkflowType Boolean { get; } = new(ValueKind.Boolean);

    /// <summary>A whole number.</summary>
    public static WorkflowType Whole { get; } = new(ValueKind.Whole);

    /// <summary>A length of time.</summary>
    public static WorkflowType TimeSpan { get; } = new(ValueKind.TimeSpan);

    /// <summary>A list of anything.</summary>
    public static WorkflowType List { get; } = new(ValueKind.List);

    /// <summary>A dictionary by name.</summary>
    public static WorkflowType Map { get; } = new(ValueKind.Map);

    /// <summary>
    /// The type of a name as drawn: an alias (`Int32`), a composite (`List&lt;String&gt;`, `String[]`, `Int32?`) or a
    /// name with its assembly. A name that is not known is anything.
    /// </summary>
    public static WorkflowType Of(string name) => name.Length > LongestName ? Any : Read(name);

    private static WorkflowType Read(string name)
    {
        var bare = WithoutAssembly(name).Trim();
        if (bare.EndsWith('?'))
        {
            return Read(bare[..^1]);
        }

        if (bare.EndsWith("[]", StringComparison.Ordinal))
        {
            return LastWord(bare[..^2]) == "byte"
                ? new WorkflowType(ValueKind.Bytes)
                : new WorkflowType(ValueKind.List, Read(bare[..^2]));
        }

        var open = bare.IndexOf('<', StringComparison.Ordinal);
        return open > 0 && bare.EndsWith('>')
            ? Generic(LastWord(bare[..open]), bare[(open + 1)..^1])
            : new WorkflowType(Simple.GetValueOrDefault(LastWord(bare), ValueKind.Any));
    }

    private static WorkflowType Generic(string name, string arguments)
    {
        if (Collections.Contains(name))
        {
            return new WorkflowType(ValueKind.List, Read(arguments));
        }

        if (!Dictionaries.Contains(name))
        {
            return Any;
        }

        var comma = arguments.IndexOf(',', StringComparison.Ordinal);
        return new WorkflowType(ValueKind.Map, Read(arguments[(comma + 1)..]));
    }

    // `Namespace.Type, Assembly`: the comma inside of angle brackets belongs to the type.
    private static string WithoutAssembly(string name)
    {
        var depth = 0;
        for (var index = 0; index < name.Length; index++)
        {
            switch (name[index])
            {
                case '<' or '[':
                    depth++;
                    break;
                case '>' or ']':
                    depth--;
                    break;
                case ',' when depth == 0:
                    return name[..index];
            }
        }

        return name;
    }

    private static string LastWord(string name) =>
        name[(name.LastIndexOf('.') + 1)..].Trim().ToLowerInvariant();
}

/// <summary>A value of a map that is declared one by one.</summary>
/// <param name="Type">What it is.</param>
/// <param name="MayMiss">Whether it may be known to be absent; else nothing means that nobody has told.</param>
public sealed record WorkflowField(WorkflowType Type, bool MayMiss);
