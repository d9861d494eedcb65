using System.Globalization;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>
/// Random exception graphs against a slow reading of the equations: what is decided, a gap or a conflict holds under
/// every
/// completion of the unknown facts; enumeration settles what all completions agree on; the order of rules is
/// irrelevant.
/// </summary>
public sealed class ExceptionGraphOracleTests
{
    private const int Rounds = 20_000;
    private const int Seed = 7;

    [Fact]
    public void Decide_OnRandomGraphs_IsNeverContradictedByACompletion()
    {
        var random = new Random(Seed);
        var seen = new HashSet<OutcomeStatus>();
        for (var round = 0; round < Rounds; round++)
        {
            var graph = Graph.Random(random);
            var known = graph.Facts.Select(_ => random.Next(4) switch { 0 => (bool?)false, 3 => null, _ => true })
                .ToList();

            var outcome = graph.Decide(known, graph.Nodes);
            var completions = Completions(known).Select(graph.Oracle).Distinct().ToList();

            Check(outcome, completions, Because(round));
            seen.Add(outcome.Status);
            Shuffled(graph, known, random).Should().Be(TextOf(outcome), Because(round));
        }

        seen.Should().BeEquivalentTo(
            Enum.GetValues<OutcomeStatus>());
    }

    [Fact]
    public void Decide_WithFactsAdded_NeverChangesADecidedValue()
    {
        var random = new Random(Seed + 1);
        for (var round = 0; round < Rounds / 10; round++)
        {
            var graph = Graph.Random(random);
            var known = graph.Facts.Select(_ => (bool?)null).ToList();
            string? decided = null;
            foreach (var node in Enumerable.Range(0, known.Count).OrderBy(_ => random.Next()))
            {
                known[node] = random.Next(3) > 0;
                var outcome = graph.Decide(known, graph.Nodes);
                if (decided is not null)
                {
                    TextOf(outcome).Should().Be(decided, Because(round));
                }

                decided = outcome.Status == OutcomeStatus.Undecided ? null : TextOf(outcome);
                decided = outcome.Status == OutcomeStatus.Conflict ? null : decided;
            }
        }
    }

    // Undecided only where completions differ: every fact here is a boolean within the limits of enumeration.
    private static void Check(DecisionOutcome outcome, List<string> completions, string because)
    {
        if (outcome.Status == OutcomeStatus.Undecided)
        {
            completions.Should().HaveCountGreaterThan(1, because);
            outcome.Missing.Should().NotBeEmpty(because);
        }
        else
        {
            completions.Should().Equal([TextOf(outcome)], because);
            outcome.Missing.Should().BeEmpty(because);
        }
    }

    private static string Shuffled(Graph graph, List<bool?> known, Random random) =>
        TextOf(graph.Decide(known, [.. graph.Nodes.OrderBy(_ => random.Next())]));

    private static string TextOf(DecisionOutcome outcome) =>
        outcome.Status == OutcomeStatus.Decided ? ((TextValue)outcome.Outputs[0]).Value
            : OutcomeJson.NameOf(outcome.Status);

    private static IEnumerable<IReadOnlyList<bool>> Completions(List<bool?> known)
    {
        var open = Enumerable.Range(0, known.Count).Where(node => known[node] is null).ToList();
        for (var completion = 0; completion < 1 << open.Count; completion++)
        {
            var bits = completion;
            yield return [.. known.Select((value, node) => value ?? (bits >> open.IndexOf(node) & 1) == 1)];
        }
    }

    private static string Because(int round) =>
        string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, round {round}");

    /// <summary>A rule; the value `A|B` is A or B as one further fact says.</summary>
    private sealed record Node(int Id, int[] Parents, bool IsBlocker, bool IsRegardless, string Value);

    /// <summary>A decision. Its facts: one a rule, then the one that chooses values, then `applies when`.</summary>
    private sealed class Graph(IReadOnlyList<Node> nodes, bool hasApplies, string? otherwise)
    {
        private static readonly string[] Values = ["A", "B", "C", "A|B"];

        public IReadOnlyList<Node> Nodes => nodes;

        public IEnumerable<int> Facts => Enumerable.Range(0, nodes.Count + 2);

        public static Graph Random(Random random)
        {
            var size = random.Next(2, 7);
            var nodes = new List<Node>();
            for (var id = 0; id < size; id++)
            {
                var parents = Enumerable.Range(0, id).OrderBy(_ => random.Next())
                    .Take(random.Next(4) switch { 0 => 0, 3 => 2, _ => 1 }).ToArray();
                var isBlocker = parents.Length > 0 && random.Next(4) == 0;
                parents = isBlocker ? parents : [.. parents.Where(parent => !nodes[parent].IsBlocker)];
                var isRegardless = parents.Length > 0 && random.Next(5) == 0;
                nodes.Add(new Node(id, parents, isBlocker, isRegardless, Values[random.Next(Values.Length)]));
            }

            var otherwise = random.Next(3) == 0 ? Values[random.Next(Values.Length)] : null;
            return new Graph(nodes, random.Next(3) == 0, otherwise);
        }

        public DecisionOutcome Decide(IReadOnlyList<bool?> known, IReadOnlyList<Node> order)
        {
            var pack = new PackBuilder();
            var facts = Facts
                .Select(fact => pack.Fact("f" + fact.ToString(CultureInfo.InvariantCulture), RuleType.Boolean))
                .ToList();
            var decision = pack.Decide(
                "d",
                [.. order.Select(node => RuleOf(node, facts, order))],
                applies: hasApplies ? facts[^1] : null,
                otherwise: otherwise is null ? null : ValueOf(otherwise, facts));
            var given = CaseFacts.None.With(Facts
                .Where(fact => known[fact] is not null)
                .Select(fact => KeyValuePair.Create(facts[fact].Fact, (Value)BooleanValue.Of(known[fact]!.Value))));
            return pack.Build().Evaluate(given, new EvaluationContext(new DateOnly(2026, 1, 1))).Decide(decision);
        }

        // The equations read literally over known facts, recomputed at every turn.
        public string Oracle(IReadOnlyList<bool> known)
        {
            bool Pre(Node node) =>
                known[node.Id] && (node.IsRegardless || node.Parents.All(parent => Pre(nodes[parent])));
            bool Stands(Node node) => Pre(node) && !Blocked(node);
            bool Blocked(Node node) =>
                nodes.Any(other => other.IsBlocker && other.Parents.Contains(node.Id) && Stands(other));
            bool Live(Node node) =>
                Pre(node) && (node.IsRegardless || node.Parents.All(parent => Live(nodes[parent]))) && !Blocked(node);
            bool Overridden(Node node) => nodes.Any(other => !other.IsBlocker
                && other.Parents.Contains(node.Id) && (Live(other) || Overridden(other)));
            string Chosen(string value) => value == "A|B" ? (known[^2] ? "A" : "B") : value;
            var values = nodes.Where(node => !node.IsBlocker && Live(node) && !Overridden(node))
                .Select(node => Chosen(node.Value)).Distinct().ToList();
            return hasApplies && !known[^1] ? "notApplicable"
                : values.Count > 1 ? "conflict"
                : values.Count == 1 ? values[0]
                : otherwise is null ? "gap"
                : Chosen(otherwise);
        }

        private static BoundRule RuleOf(Node node, List<FactExpression> facts, IReadOnlyList<Node> order) => Rule(
            "r" + node.Id.ToString(CultureInfo.InvariantCulture),
            facts[node.Id],
            node.IsBlocker ? null : ValueOf(node.Value, facts),
            [.. node.Parents.Select(parent => order.ToList().FindIndex(other => other.Id == parent))],
            node.IsRegardless);

        private static BoundExpression ValueOf(string value, List<FactExpression> facts) => value == "A|B"
            ? new ConditionalBoundExpression(facts[^2], Text("A"), Text("B"), RuleType.Text, Nowhere)
            : Text(value);
    }
}
