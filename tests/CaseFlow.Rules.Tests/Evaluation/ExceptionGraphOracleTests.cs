using System.Globalization;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>
/// Random exception graphs against a slow reading of the equations: what is decided, a gap or a conflict holds under
/// every completion of the unknown facts; enumeration settles what all completions agree on; possible values and the
/// facts to ask for are exactly what completions say; the order of rules is irrelevant. CASEFLOW_SEED repeats a run,
/// CASEFLOW_ROUNDS makes it so many times as long.
/// </summary>
public sealed class ExceptionGraphOracleTests
{
    private const int Rounds = 5_000;

    [Fact]
    public void Decide_OnRandomGraphs_IsNeverContradictedByACompletion()
    {
        var random = RandomRun.Numbers("contradicted");
        var seen = new HashSet<OutcomeStatus>();
        for (var round = 0; round < RandomRun.Rounds(Rounds); round++)
        {
            var graph = ExceptionGraph.Random(random);
            var known = graph.RandomCase(random);

            var outcome = graph.Decide(known, graph.Nodes);
            var completions = ExceptionGraph.Completions(known).Select(graph.Oracle).Distinct().ToList();

            Check(outcome, completions, RandomRun.Because(round));
            seen.Add(outcome.Status);
            Shuffled(graph, known, random).Should().Be(ExceptionGraph.TextOf(outcome), RandomRun.Because(round));
        }

        seen.Should().BeEquivalentTo(Enum.GetValues<OutcomeStatus>());
    }

    [Fact]
    public void Decide_WithFactsAdded_NeverChangesWhatIsSettled()
    {
        var random = RandomRun.Numbers("added");
        for (var round = 0; round < RandomRun.Rounds(Rounds / 5); round++)
        {
            var graph = ExceptionGraph.Random(random);
            var known = graph.Facts.Select(_ => (bool?)null).ToList();
            string? settled = null;
            foreach (var fact in graph.Facts.OrderBy(_ => random.Next()).ToList())
            {
                known[fact] = random.Next(3) > 0;
                var outcome = graph.Decide(known, graph.Nodes);
                ExceptionGraph.TextOf(outcome).Should().Be(
                    settled ?? ExceptionGraph.TextOf(outcome), RandomRun.Because(round));
                settled = outcome.Status == OutcomeStatus.Undecided ? settled : ExceptionGraph.TextOf(outcome);
            }

            settled.Should().NotBeNull(RandomRun.Because(round, "everything is told"));
        }
    }

    // A fact is to be asked for where two completions that differ in it alone come out differently, and only there.
    [Fact]
    public void Missing_OfRandomGraphs_IsWhatSomeCompletionIsSensitiveTo()
    {
        var random = RandomRun.Numbers("missing");
        for (var round = 0; round < RandomRun.Rounds(Rounds / 2); round++)
        {
            var graph = ExceptionGraph.Random(random);
            var known = graph.RandomCase(random);

            var outcome = graph.Decide(known, graph.Nodes);

            var sensitive = graph.Facts.Where(fact => known[fact] is null && IsSensitive(graph, known, fact))
                .Select(fact => "petition.f" + fact.ToString(CultureInfo.InvariantCulture));
            outcome.Missing.Should().BeEquivalentTo(sensitive, RandomRun.Because(round)).And.OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public void Rules_OfRandomGraphs_NameEveryCulpritAndNobodyElse()
    {
        var random = RandomRun.Numbers("culprits");
        for (var round = 0; round < RandomRun.Rounds(Rounds / 2); round++)
        {
            var graph = ExceptionGraph.Random(random);
            var known = graph.RandomCase(random);

            var outcome = graph.Decide(known, graph.Nodes);

            var completions = ExceptionGraph.Completions(known).Select(graph.OracleOf).ToList();
            var named = outcome.Rules.Select(rule => rule.Name).ToList();
            CheckNamed(outcome.Status, named, completions, RandomRun.Because(round));
        }
    }

    // Where bounds alone settle a decision without saying which rule it is, all that they leave possible are named.
    private static void CheckNamed(
        OutcomeStatus status,
        List<string> named,
        List<(string Text, IReadOnlyList<(string Name, string Value)> Active)> completions,
        string because)
    {
        if (status is OutcomeStatus.Gap or OutcomeStatus.NotApplicable or OutcomeStatus.Undecided)
        {
            named.Should().BeEmpty(because);
            return;
        }

        var active = completions.Select(completion => completion.Active.Select(rule => rule.Name)).ToList();
        if (completions.Count == 1)
        {
            named.Should().Equal(active[0], because);
        }
        else if (status == OutcomeStatus.Conflict)
        {
            named.Should().BeSubsetOf(active.SelectMany(names => names), because);
            completions.Should().OnlyContain(
                completion => completion.Active.Where(rule => named.Contains(rule.Name))
                    .Select(rule => rule.Value).Distinct().Count() > 1, because);
        }
        else
        {
            active.Should().OnlyContain(names => names.Intersect(named).Any(), because);
        }
    }

    private static bool IsSensitive(ExceptionGraph graph, List<bool?> known, int fact) => ExceptionGraph
        .Completions([.. known.Select((value, at) => at == fact ? true : value)])
        .Any(with => graph.Oracle(with) != graph.Oracle([.. with.Select((value, at) => at != fact && value)]));

    // Undecided only where completions differ: every fact here is a boolean within the limits of enumeration.
    private static void Check(DecisionOutcome outcome, List<string> completions, string because)
    {
        if (outcome.Status != OutcomeStatus.Undecided)
        {
            completions.Should().Equal([ExceptionGraph.TextOf(outcome)], because);
            outcome.Missing.Should().BeEmpty(because);
            return;
        }

        completions.Should().HaveCountGreaterThan(1, because);
        outcome.Missing.Should().NotBeEmpty(because);
        var possible = outcome.Possible!;
        possible.Rows.Select(row => ((TextValue)row[0]).Value)
            .Concat(possible.MayBeGap ? ["gap"] : [])
            .Concat(possible.MayConflict ? ["conflict"] : [])
            .Concat(possible.MayNotApply ? ["notApplicable"] : [])
            .Should().BeEquivalentTo(completions, because);
    }

    private static string Shuffled(ExceptionGraph graph, List<bool?> known, Random random) =>
        ExceptionGraph.TextOf(graph.Decide(known, [.. graph.Nodes.OrderBy(_ => random.Next())]));
}
