using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Acceptance.Cases;
using CaseFlow.Acceptance.Words;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Acceptance.Decisions;

/// <summary>Tells one case to the rules and reads the answers, in the cases' words.</summary>
internal sealed class AskedRules
{
    private readonly CompiledPack _pack;
    private readonly Vocabulary _vocabulary;
    private readonly AreaMeaning _area;
    private readonly JsonObject _given;
    private readonly Lazy<CaseEvaluation> _evaluation;

    private AskedRules(CompiledPack pack, Vocabulary vocabulary, AreaMeaning area, JsonObject given)
    {
        (_pack, _vocabulary, _area, _given) = (pack, vocabulary, area, given);
        _evaluation = new Lazy<CaseEvaluation>(Evaluate);
    }

    /// <summary>What differs between the case's expectations and the rules' answers; empty where it passes.</summary>
    public static IReadOnlyList<string> Differences(
        CompiledPack pack, Vocabulary vocabulary, AcceptanceCase acceptanceCase)
    {
        var unknown = vocabulary.UnknownWords(acceptanceCase);
        if (unknown.Count > 0)
        {
            return [.. unknown.Select(word => "unknown word: " + word)];
        }

        var asked = new AskedRules(pack, vocabulary, vocabulary.Rules[acceptanceCase.Area], acceptanceCase.Given);
        return
        [
            .. acceptanceCase.Expect
                .Select(expected => (expected.Key, expected.Value, Found: asked.Find(expected.Key)))
                .Where(pair => !JsonNode.DeepEquals(pair.Value, pair.Found))
                .Select(pair => $"{pair.Key}: expected {Text(pair.Value)}, found {Text(pair.Found)}"),
        ];
    }

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";

    private JsonNode? Find(string key)
    {
        foreach (var (name, list) in _area.Lists)
        {
            if (_given[name] is { } entries && (key == list.Order || key == list.First))
            {
                var ids = Ordered(entries, list).Select(id => (JsonNode?)JsonValue.Create(id)).ToArray();
                return key == list.Order ? new JsonArray(ids) : ids.FirstOrDefault();
            }
        }

        return _area.Answers.TryGetValue(key, out var answer)
            ? Answer(answer)
            : throw new InvalidOperationException($"Nothing is read for the expected key {key}.");
    }

    private JsonNode? Answer(AnswerMeaning meaning)
    {
        var answers = meaning.Outputs.Select(Read).Where(read => read.Status != OutcomeStatus.NotApplicable).ToList();
        var decided = answers.Where(read => read.Status == OutcomeStatus.Decided).ToList();
        return (decided, answers) switch
        {
            ([var one], _) => InWords(one.Value, meaning),
            ([], []) => "no decision is for this case",
            _ => string.Join("; ", answers.Select(read => read.ToString())),
        };
    }

    private JsonNode? InWords(Value value, AnswerMeaning meaning) => value switch
    {
        MissingValue => null,
        BooleanValue yes => yes.Value,
        NumberValue number when meaning.Decimals is { } places =>
            decimal.Round(number.Value, places, MidpointRounding.AwayFromZero),
        NumberValue number => number.Value,
        TextValue text => text.Value,
        EnumValue member when meaning.NamedBy.TryGetValue(member.Member.Name, out var output) =>
            InWords(Read(output).Value, meaning),
        EnumValue member => meaning.Words?.GetValueOrDefault(member.Member.Name) ?? member.Member.Name,
        ListValue list => new JsonArray([.. list.Items.Select(item => InWords(item, meaning))]),
        _ => value.ToString(),
    };

    // Cases of one rank stay as they stand.
    private IEnumerable<string> Ordered(JsonNode entries, ListMeaning list) => ListEntries.Of(entries)
        .Select(entry => (entry.Id, Rank: RankOf(entry.Given, list)))
        .OrderByDescending(entry => entry.Rank)
        .Select(entry => entry.Id);

    private decimal RankOf(JsonObject entry, ListMeaning list)
    {
        var given = new JsonObject();
        foreach (var (key, value) in _given.Where(known => !_area.Lists.ContainsKey(known.Key)).Concat(entry))
        {
            given[key] = value?.DeepClone();
        }

        var read = new AskedRules(_pack, _vocabulary, _area, given).Read(list.Rank);
        return read is { Status: OutcomeStatus.Decided, Value: NumberValue rank }
            ? rank.Value
            : throw new InvalidOperationException($"{list.Rank} of {entry.ToJsonString()}: {read}");
    }

    private ReadOutput Read(string output)
    {
        var (decision, name) = (output.Split('.')[0], output.Split('.')[1]);
        var symbol = _pack.DecisionNamed(decision)
            ?? throw new InvalidOperationException($"The pack has no decision `{decision}`.");
        var outcome = _evaluation.Value.Decide(symbol);
        return new ReadOutput(output, outcome, outcome[symbol.Outputs.Single(known => known.Name == name)]);
    }

    private CaseEvaluation Evaluate()
    {
        var defaults = _vocabulary.Defaults.Where(known => !_given.ContainsKey(known.Key));
        var facts = FactTree.Of(defaults.Concat(_given).SelectMany(Tell));
        var reading = FactReader.Read(facts, _pack.Pack);
        reading.Problems.Select(problem => problem.ToString()).Should().BeEmpty();
        return _pack.Evaluate(reading.Facts, new EvaluationContext(Today()));
    }

    private DateOnly Today() => _area.Today
        .Select(key => (string?)_given[key])
        .OfType<string>()
        .Select(day => (DateOnly?)DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))
        .FirstOrDefault() ?? _vocabulary.UndatedOn;

    private IEnumerable<KeyValuePair<string, JsonNode?>> Tell(KeyValuePair<string, JsonNode?> known)
    {
        if (_area.Facts.TryGetValue(known.Key, out var here))
        {
            return here.Tell(known.Value);
        }

        return _vocabulary.TellsNoFact.Contains(known.Key) || _area.Lists.ContainsKey(known.Key)
            ? []
            : _vocabulary.Facts[known.Key].Tell(known.Value);
    }

    private sealed record ReadOutput(string Output, DecisionOutcome Outcome, Value Value)
    {
        public OutcomeStatus Status => Outcome.Status;

        public override string ToString() =>
            $"{Output} is {Status} {string.Join(", ", Outcome.Missing.Concat(Outcome.BlockedBy))}";
    }
}
