using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Acceptance.Cases;

namespace CaseFlow.Acceptance.Words;

/// <summary>What one case tells, in the pack's words: its facts, its days and the values of its steps.</summary>
internal sealed class Telling(Vocabulary vocabulary, AcceptanceCase acceptanceCase)
{
    private readonly JsonObject _given = acceptanceCase.Given;

    /// <summary>The meaning of the case's question.</summary>
    public AskMeaning Ask { get; } = vocabulary.Asks[(string?)acceptanceCase.Given["ask"] ?? ""]
        .First(ask => ask.Has.All(acceptanceCase.Given.ContainsKey) && IsFor(ask.Kinds, acceptanceCase.Given));

    private string? Kind => (string?)_given["petitionKind"] ?? Ask.Kind;

    /// <summary>The facts as the engine takes them: of the defaults, of the case, of the question.</summary>
    /// <param name="openedOn">The day on which the case is opened.</param>
    public JsonObject Facts(DateOnly openedOn)
    {
        var defaults = vocabulary.Defaults.Where(known => !_given.ContainsKey(known.Key)).SelectMany(Tell);
        var given = _given.Where(known => known.Key != "ask").SelectMany(Tell);
        return FactTree.Of(Implied(openedOn).Concat(defaults).Concat(given).Concat(Ask.Tells));
    }

    /// <summary>The day on which the case is opened, where it names one.</summary>
    public DateOnly? OpenedOn => FirstDay(Ask.OpenedOn);

    /// <summary>The day on which the right was used that the period limits, where the case names one.</summary>
    public DateOnly? ActedOn => FirstDay(Ask.ActedOn);

    /// <summary>The steps that the case takes, each with its day; null: the day of the step before.</summary>
    public IEnumerable<(StepMeaning Step, DateOnly? On)> Steps() => Ask.Steps
        .SelectMany(name => vocabulary.Steps[name])
        .Where(step => step.Kinds is null || step.Kinds.Contains(Kind, StringComparer.Ordinal))
        .Where(step => step.Has.All(key => _given[key] is not null))
        .SelectMany(step => Enumerable.Repeat((step, FirstDay(step.On)), Times(step)));

    /// <summary>The inputs of a step that the case names or the step always has.</summary>
    public JsonObject Inputs(StepMeaning step)
    {
        var inputs = new JsonObject();
        foreach (var (input, value) in step.With)
        {
            inputs[input] = value?.DeepClone();
        }

        foreach (var (input, key) in step.Inputs)
        {
            inputs[input] = Given(key)?.DeepClone();
        }

        return inputs;
    }

    /// <summary>The pack's word for an expected one, as the facts' values have it.</summary>
    public string Word(string key, string expected) => vocabulary.Facts[key].Values![expected].GetValue<string>();

    private static bool IsFor(IReadOnlyList<string>? kinds, JsonObject given) =>
        kinds is null || kinds.Contains((string?)given["petitionKind"], StringComparer.Ordinal);

    /// <summary>What the question tells where the case does not.</summary>
    private IEnumerable<KeyValuePair<string, JsonNode?>> Implied(DateOnly openedOn)
    {
        if (Ask.Kind is { } kind)
        {
            yield return KeyValuePair.Create<string, JsonNode?>("petition.kind", kind);
        }

        if (Ask.TellsDay is { } fact)
        {
            var day = openedOn.ToString("O", CultureInfo.InvariantCulture);
            yield return KeyValuePair.Create<string, JsonNode?>(fact, day);
        }
    }

    private int Times(StepMeaning step) => step.Times is { } key
        ? _given[key]?.GetValue<int>() ?? 0
        : step.SameDay || FirstDay(step.On) is not null ? 1 : 0;

    private DateOnly? FirstDay(IReadOnlyList<string> keys) => keys
        .Select(Given)
        .Where(value => value is not null)
        .Select(value => value!.GetValue<string>())
        .Select(day => (DateOnly?)DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))
        .FirstOrDefault();

    /// <summary>The value of a key in the pack's words; null where it is not given or is given as missing.</summary>
    private JsonNode? Given(string key)
    {
        if (_given[key] is not { } value)
        {
            return null;
        }

        if (vocabulary.InputWords.TryGetValue(key, out var words))
        {
            return JsonValue.Create(words[value.GetValue<string>()]);
        }

        return vocabulary.Facts.TryGetValue(key, out var meaning) && meaning.Fact is { } fact
            ? meaning.Tell(value).First(told => told.Key == fact).Value
            : value;
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> Tell(KeyValuePair<string, JsonNode?> known)
    {
        if (Ask.Means.TryGetValue(known.Key, out var other))
        {
            return [KeyValuePair.Create(other, known.Value)];
        }

        return vocabulary.TellsNoFact.Contains(known.Key)
            ? []
            : vocabulary.Facts[known.Key].Tell(known.Value);
    }
}
