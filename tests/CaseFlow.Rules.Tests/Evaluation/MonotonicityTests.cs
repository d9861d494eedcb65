using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>
/// Adding facts never changes what is decided. Tried on whole packs: the facts of an example drawn at random come in
/// one by one, in random order, and so do random facts besides. Facts with an assumption come first: only an
/// assumption may be retracted. CASEFLOW_SEED repeats a run, CASEFLOW_ROUNDS makes it so many times as long.
/// </summary>
public sealed class MonotonicityTests
{
    private const int RoundsAPack = 15;

    public static TheoryData<string> Packs() =>
    [
        .. EvalConformanceTests.Packs().Select(pack => "tests/CaseFlow.Rules.Tests/conformance/" + pack.Data),
        "packs/vietnam-petitions",
    ];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Decide_AsFactsComeIn_NeverChangesWhatIsDecided(string folder)
    {
        var pack = Load(folder);
        var random = RandomRun.Numbers(folder);
        for (var round = 0; round < RandomRun.Rounds(RoundsAPack); round++)
        {
            var example = pack.Pack.Examples[random.Next(pack.Pack.Examples.Count)];
            List<KeyValuePair<FieldSymbol, Value>> facts = [.. example.Facts
                .Concat(RandomFacts(pack, random).Where(fact => !example.Facts.ContainsKey(fact.Key)))
                .OrderBy(fact => fact.Key.Assumed is null)
                .ThenBy(_ => random.Next())];
            Check(pack, example.Today ?? new DateOnly(2026, 8, 3), facts, RandomRun.Because(round, example.Title));
        }
    }

    private static void Check(
        CompiledPack pack, DateOnly today, List<KeyValuePair<FieldSymbol, Value>> facts, string because)
    {
        var known = CaseFacts.None.With(pack.Pack.FactRoots.SelectMany(root => root.Fields)
            .Where(fact => fact.Assumed is not null)
            .Select(fact => new KeyValuePair<FieldSymbol, Value>(fact, fact.Assumed!)));
        known = known.With(facts.Where(fact => fact.Key.Assumed is not null));
        var settled = new Dictionary<DecisionSymbol, string>();
        foreach (var fact in facts)
        {
            known = known.With(fact.Key, fact.Value);
            var evaluation = pack.Evaluate(known, new EvaluationContext(today));
            foreach (var decision in pack.Pack.Decisions)
            {
                var text = TextOf(evaluation, decision.Symbol);
                if (settled.TryGetValue(decision.Symbol, out var before) && text != before)
                {
                    text.Should().Be(before, Told(facts, fact.Key) + decision.Symbol.Name + ", " + because);
                }
                else if (text is not ("undecided" or "fault"))
                {
                    settled[decision.Symbol] = text;
                }
            }
        }
    }

    private static string Told(List<KeyValuePair<FieldSymbol, Value>> facts, FieldSymbol last) => string.Join(
        ", ", facts.Take(facts.FindIndex(fact => fact.Key == last) + 1)
            .Select(fact => fact.Key.Path + " = " + ValueJson.Write(fact.Value)?.ToJsonString())) + ": ";

    private static string TextOf(CaseEvaluation evaluation, DecisionSymbol decision)
    {
        try
        {
            var outcome = evaluation.Decide(decision);
            var json = OutcomeJson.Write(outcome);
            return outcome.Status == OutcomeStatus.Decided
                ? Text(json["outputs"]) : OutcomeJson.NameOf(outcome.Status);
        }
        catch (EvaluationFaultException)
        {
            return "fault";
        }
    }

    // The order of a list is irrelevant: of two rules that give one value to a distinct collection, the earlier may
    // prove active when the later is known to be.
    private static string Text(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray list => string.Join(", ", list.Select(Text).Order(StringComparer.Ordinal)),
        JsonObject fields => string.Join("; ", fields.Select(field => field.Key + " = " + Text(field.Value))),
        _ => value.ToJsonString(),
    };

    private static IEnumerable<KeyValuePair<FieldSymbol, Value>> RandomFacts(CompiledPack pack, Random random)
    {
        foreach (var fact in pack.Pack.FactRoots.SelectMany(root => root.Fields).OrderBy(_ => random.Next()).Take(6))
        {
            Value? value = fact.Type.Kind switch
            {
                TypeKind.Boolean => BooleanValue.Of(random.Next(2) == 0),
                TypeKind.Enum => new EnumValue(fact.Type.Enum!.Members[random.Next(fact.Type.Enum.Members.Count)]),
                TypeKind.Number => new NumberValue(random.Next(5)),
                TypeKind.Date => new DateValue(new DateOnly(2024, 1, 1).AddDays(random.Next(900))),
                _ => null,
            };
            if (value is not null)
            {
                yield return new KeyValuePair<FieldSymbol, Value>(fact, value);
            }
        }
    }

    private static CompiledPack Load(string folder)
    {
        var loaded = FolderPack.Load(folder);
        loaded.Pack.Should().NotBeNull(string.Join("; ",
            loaded.Diagnostics.Select(finding => finding.Span + " " + finding.Message(TextPack.English))));
        return new CompiledPack(loaded.Pack!);
    }
}
