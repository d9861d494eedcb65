using System.Globalization;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>A rule; the value `A|B` is A or B as one further fact says.</summary>
internal sealed record ExceptionNode(int Id, int[] Parents, bool IsBlocker, bool IsRegardless, string Value);

/// <summary>A decision. Its facts: one a rule, then the one that chooses values, then `applies when`.</summary>
internal sealed class ExceptionGraph(IReadOnlyList<ExceptionNode> nodes, bool hasApplies, string? otherwise)
{
    private static readonly string[] Values = ["A", "B", "C", "A|B"];

    public IReadOnlyList<ExceptionNode> Nodes => nodes;

    public IEnumerable<int> Facts => Enumerable.Range(0, nodes.Count + 2);

    public static ExceptionGraph Random(Random random)
    {
        var size = random.Next(2, 7);
        var nodes = new List<ExceptionNode>();
        for (var id = 0; id < size; id++)
        {
            var parents = Enumerable.Range(0, id).OrderBy(_ => random.Next())
                .Take(random.Next(4) switch { 0 => 0, 3 => 2, _ => 1 }).ToArray();
            var isBlocker = parents.Length > 0 && random.Next(4) == 0;
            parents = isBlocker ? parents : [.. parents.Where(parent => !nodes[parent].IsBlocker)];
            var isRegardless = parents.Length > 0 && random.Next(5) == 0;
            nodes.Add(new ExceptionNode(id, parents, isBlocker, isRegardless, Values[random.Next(Values.Length)]));
        }

        var otherwise = random.Next(3) == 0 ? Values[random.Next(Values.Length)] : null;
        return new ExceptionGraph(nodes, random.Next(3) == 0, otherwise);
    }

    /// <summary>Some facts told, others not.</summary>
    public List<bool?> RandomCase(Random random) =>
        [.. Facts.Select(_ => random.Next(4) switch { 0 => (bool?)false, 3 => null, _ => true })];

    /// <summary>Every way in which what is not known may turn out.</summary>
    public static IEnumerable<IReadOnlyList<bool>> Completions(IReadOnlyList<bool?> known)
    {
        var open = Enumerable.Range(0, known.Count).Where(node => known[node] is null).ToList();
        for (var completion = 0; completion < 1 << open.Count; completion++)
        {
            var bits = completion;
            yield return [.. known.Select((value, node) => value ?? (bits >> open.IndexOf(node) & 1) == 1)];
        }
    }

    public static string TextOf(DecisionOutcome outcome) =>
        outcome.Status == OutcomeStatus.Decided ? ((TextValue)outcome.Outputs[0]).Value
            : OutcomeJson.NameOf(outcome.Status);

    public DecisionOutcome Decide(IReadOnlyList<bool?> known, IReadOnlyList<ExceptionNode> order)
    {
        var pack = new PackBuilder();
        var facts = FactsOf(pack);
        var decision = Declare(pack, facts, order);
        return pack.Build().Evaluate(Told(facts, known), new EvaluationContext(Tests.Evaluation.Told.Today))
            .Decide(decision);
    }

    /// <summary>The facts in a pack.</summary>
    public List<FactExpression> FactsOf(PackBuilder pack) =>
        [.. Facts.Select(fact => pack.Fact("f" + fact.ToString(CultureInfo.InvariantCulture), RuleType.Boolean))];

    /// <summary>The decision in a pack.</summary>
    public DecisionSymbol Declare(
        PackBuilder pack, List<FactExpression> facts, IReadOnlyList<ExceptionNode> order) => pack.Decide(
            "d",
            [.. order.Select(node => RuleOf(node, facts, order))],
            applies: hasApplies ? facts[^1] : null,
            otherwise: otherwise is null ? null : ValueOf(otherwise, facts));

    /// <summary>The case.</summary>
    public static CaseFacts Told(List<FactExpression> facts, IReadOnlyList<bool?> known) =>
        CaseFacts.None.With(facts.Zip(known)
            .Where(fact => fact.Second is not null)
            .Select(fact => KeyValuePair.Create(fact.First.Fact, (Value)BooleanValue.Of(fact.Second!.Value))));

    /// <summary>What a case of which everything is known comes to.</summary>
    public string Oracle(IReadOnlyList<bool> known) => OracleOf(known).Text;

    /// <summary>
    /// The same with the names of the active rules: the equations read literally, recomputed at every turn.
    /// </summary>
    public (string Text, IReadOnlyList<(string Name, string Value)> Active) OracleOf(IReadOnlyList<bool> known)
    {
        bool Pre(ExceptionNode node) =>
            known[node.Id] && (node.IsRegardless || node.Parents.All(parent => Pre(nodes[parent])));
        bool Stands(ExceptionNode node) => Pre(node) && !Blocked(node);
        bool Blocked(ExceptionNode node) =>
            nodes.Any(other => other.IsBlocker && other.Parents.Contains(node.Id) && Stands(other));
        bool Live(ExceptionNode node) =>
            Pre(node) && (node.IsRegardless || node.Parents.All(parent => Live(nodes[parent]))) && !Blocked(node);
        bool Overridden(ExceptionNode node) => nodes.Any(other => !other.IsBlocker
            && other.Parents.Contains(node.Id) && (Live(other) || Overridden(other)));
        string Chosen(string value) => value == "A|B" ? (known[^2] ? "A" : "B") : value;
        if (hasApplies && !known[^1])
        {
            return ("notApplicable", []);
        }

        List<(string Name, string Value)> active = [.. nodes
            .Where(node => !node.IsBlocker && Live(node) && !Overridden(node))
            .Select(node => (NameOf(node), Chosen(node.Value)))];
        if (active.Count == 0 && otherwise is not null)
        {
            active.Add(("otherwise", Chosen(otherwise)));
        }

        var values = active.Select(rule => rule.Value).Distinct().ToList();
        return (values.Count switch { 0 => "gap", 1 => values[0], _ => "conflict" }, active);
    }

    private static string NameOf(ExceptionNode node) => "r" + node.Id.ToString(CultureInfo.InvariantCulture);

    private static BoundRule RuleOf(
        ExceptionNode node, List<FactExpression> facts, IReadOnlyList<ExceptionNode> order) => Rule(
        NameOf(node),
        facts[node.Id],
        node.IsBlocker ? null : ValueOf(node.Value, facts),
        [.. node.Parents.Select(parent => order.ToList().FindIndex(other => other.Id == parent))],
        node.IsRegardless);

    private static BoundExpression ValueOf(string value, List<FactExpression> facts) => value == "A|B"
        ? new ConditionalBoundExpression(facts[^2], Text("A"), Text("B"), RuleType.Text, Nowhere)
        : Text(value);
}
