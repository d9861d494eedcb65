using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Acceptance.Cases;
using CaseFlow.Acceptance.Decisions;

namespace CaseFlow.Acceptance.Words;

/// <summary>
/// What the words of the cases mean in the pack: data (`vocabulary.json`), no law. A key or named value outside it
/// fails the case.
/// </summary>
/// <param name="UndatedOn">The day on which a case is played that gives no day.</param>
/// <param name="Areas">The keys that may appear, by area.</param>
/// <param name="Named">The words that may stand for a value, by key.</param>
/// <param name="Defaults">What a case that leaves a key out means, and nothing else.</param>
/// <param name="Facts">The facts that a key tells.</param>
/// <param name="InputWords">The pack's words for values that only inputs of triggers take, by key.</param>
/// <param name="Errors">What the engine's codes are called in the cases.</param>
/// <param name="TellsNoFact">Keys that steer the runner or matter in other areas only.</param>
/// <param name="Asks">The deadline that a question asks for; the empty one is about extension or complexity.</param>
/// <param name="Steps">Triggers to fire, by the name that a question calls them.</param>
/// <param name="Rules">The areas whose cases only ask the rules.</param>
internal sealed record Vocabulary(
    DateOnly UndatedOn,
    IReadOnlyDictionary<string, AreaKeys> Areas,
    NamedValues Named,
    JsonObject Defaults,
    IReadOnlyDictionary<string, FactMeaning> Facts,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> InputWords,
    IReadOnlyDictionary<string, string> Errors,
    IReadOnlyList<string> TellsNoFact,
    IReadOnlyDictionary<string, IReadOnlyList<AskMeaning>> Asks,
    IReadOnlyDictionary<string, IReadOnlyList<StepMeaning>> Steps,
    IReadOnlyDictionary<string, AreaMeaning> Rules)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The vocabulary of the cases of the law.</summary>
    public static Vocabulary Law { get; } = Read("vocabulary.json");

    /// <summary>The same with the further deadlines of our own cases.</summary>
    public static Vocabulary Beyond { get; } = Law.With(Read("beyond-vocabulary.json"));

    /// <summary>Every word of a case that the vocabulary does not know.</summary>
    public IReadOnlyList<string> UnknownWords(AcceptanceCase acceptanceCase)
    {
        if (!Areas.TryGetValue(acceptanceCase.Area, out var keys))
        {
            return [$"area {acceptanceCase.Area}"];
        }

        return
        [
            .. Unknown("given", acceptanceCase.Given, keys.Given, Named.Given),
            .. Unknown("expect", acceptanceCase.Expect, keys.Expect, Named.Expect),
            .. UnknownInLists(acceptanceCase),
        ];
    }

    private IEnumerable<string> UnknownInLists(AcceptanceCase acceptanceCase) =>
        from list in Rules.GetValueOrDefault(acceptanceCase.Area)?.Lists ?? new Dictionary<string, ListMeaning>()
        where acceptanceCase.Given.ContainsKey(list.Key)
        from entry in ListEntries.Of(acceptanceCase.Given[list.Key]!)
        from word in Unknown(list.Key, entry.Given, list.Value.Keys, Named.Given)
        select word;

    private static IEnumerable<string> Unknown(
        string side,
        JsonObject words,
        IReadOnlyList<string> keys,
        IReadOnlyDictionary<string, IReadOnlyList<string>> named)
    {
        var unknownKeys = words.Select(word => word.Key).Except(keys).Select(key => $"{side}: key {key}");
        var unknownValues = words
            .SelectMany(word => Texts(word.Value).Select(text => (word.Key, Text: text)))
            .Where(word => !IsFigure(word.Text) && !named.GetValueOrDefault(word.Key, []).Contains(word.Text))
            .Select(word => $"{side}: {word.Key} is {word.Text}");
        return unknownKeys.Concat(unknownValues);
    }

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        JsonArray items => items.SelectMany(Texts),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => [text.GetValue<string>()],
        _ => [],
    };

    // Dates, months and plan numbers are open; every word in letters is from a closed list.
    private static bool IsFigure(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]);

    private static Vocabulary Read(string name) =>
        JsonSerializer.Deserialize<Vocabulary>(File.ReadAllText(CaseFile.Beside(name)), Options)
        ?? throw new JsonException($"{name} holds no vocabulary.");

    private Vocabulary With(Vocabulary more) => new(
        UndatedOn,
        Areas.Keys.Union(more.Areas.Keys).ToDictionary(
            area => area,
            area => Areas.GetValueOrDefault(area, AreaKeys.None)
                .With(more.Areas.GetValueOrDefault(area, AreaKeys.None))),
        new NamedValues(Union(Named.Given, more.Named.Given), Union(Named.Expect, more.Named.Expect)),
        Defaults,
        Facts.Concat(more.Facts).ToDictionary(),
        InputWords,
        Errors,
        [.. TellsNoFact, .. more.TellsNoFact],
        Asks.Concat(more.Asks).ToDictionary(),
        Steps,
        Rules);

    private static Dictionary<string, IReadOnlyList<string>> Union(
        IReadOnlyDictionary<string, IReadOnlyList<string>> first,
        IReadOnlyDictionary<string, IReadOnlyList<string>> second) =>
        first.Concat(second)
            .GroupBy(entry => entry.Key)
            .ToDictionary(
                group => group.Key,
                IReadOnlyList<string> (group) => [.. group.SelectMany(entry => entry.Value)]);
}

/// <summary>The keys that may appear in an area.</summary>
internal sealed record AreaKeys(IReadOnlyList<string> Given, IReadOnlyList<string> Expect)
{
    /// <summary>No keys.</summary>
    public static AreaKeys None { get; } = new([], []);

    public AreaKeys With(AreaKeys more) => new([.. Given, .. more.Given], [.. Expect, .. more.Expect]);
}

/// <summary>The words that may stand for a value, by key.</summary>
internal sealed record NamedValues(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Given,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Expect);
