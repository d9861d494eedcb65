namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>
/// The keys under which definitions wait to be started by events of cases: the type of event, what it is about, the
/// lifecycle and the state, each of the last three by name or `*`. An event is looked for under all keys that fit it.
/// </summary>
internal static class CaseEventKeys
{
    private const string Any = "*";

    /// <summary>The key of a definition; null: anything.</summary>
    public static string Of(string type, string? name, string? lifecycle, string? state) =>
        string.Join('/', type, name ?? Any, lifecycle ?? Any, state ?? Any);

    /// <summary>The keys of all definitions that an event starts, each once.</summary>
    public static IEnumerable<string> Fitting(string type, string? name, string lifecycle, string state)
    {
        string?[] names = name is null ? [null] : [name, null];
        return from about in names
               from life in new[] { lifecycle, null }
               from at in new[] { state, null }
               select Of(type, about, life, at);
    }
}
