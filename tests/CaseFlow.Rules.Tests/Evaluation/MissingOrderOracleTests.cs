using System.Globalization;
using System.Text;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>
/// What to ask, and in which order, against a count by hand: over all answers to what is unknown, a rule hangs on a
/// fact where some answer to the others makes its condition turn with that fact. Conditions name each fact once, so
/// that three-valued logic sees no more and no less. The most rules first, then as declared.
/// </summary>
public sealed class MissingOrderOracleTests
{
    private const int Facts = 6;
    private const int Packs = 150;

    [Fact]
    public void Missing_OfRulesAtRandom_ComesInTheOrderCountedByHand()
    {
        var numbers = RandomRun.Numbers(nameof(MissingOrderOracleTests));
        for (var round = 0; round < RandomRun.Rounds(Packs); round++)
        {
            string[] names = [.. "abcdef".Select(letter => "f_" + letter)];
            numbers.Shuffle(names);
            Condition[] rules = [.. Enumerable.Range(0, 1 + numbers.Next(4)).Select(_ => Condition.AtRandom(numbers))];
            bool?[] known = [.. names.Select(_ => numbers.Next(3) == 0 ? numbers.Next(2) == 0 : (bool?)null)];

            var outcome = Told.Decide(Text(names, rules), "d", Json(names, known));

            var because = RandomRun.Because(round, Text(names, rules) + Json(names, known));
            outcome.Missing.Should().Equal(Expected(names, rules, known), because);
            (outcome.Status == OutcomeStatus.Undecided).Should().Be(outcome.Missing.Count > 0, because);
        }
    }

    private static IEnumerable<string> Expected(string[] names, Condition[] rules, bool?[] known) =>
        Enumerable.Range(0, Facts)
            .Where(fact => known[fact] is null)
            .Select(fact => (Fact: fact, Weight: rules.Count(rule => HangsOn(rule, fact, known))))
            .Where(asked => asked.Weight > 0)
            .OrderByDescending(asked => asked.Weight)
            .ThenBy(asked => asked.Fact)
            .Select(asked => "p." + names[asked.Fact]);

    private static bool HangsOn(Condition rule, int fact, bool?[] known) =>
        Enumerable.Range(0, 1 << Facts).Any(answers =>
        {
            bool[] told = [.. known.Select((value, place) => value ?? (answers & (1 << place)) != 0)];
            bool[] turned = [.. told];
            turned[fact] = !turned[fact];
            return rule.Holds(told) != rule.Holds(turned);
        });

    private static string Text(string[] names, Condition[] rules)
    {
        var text = new StringBuilder("facts p {");
        foreach (var name in names)
        {
            text.Append(CultureInfo.InvariantCulture, $" {name} : boolean ");
        }

        text.AppendLine("}").AppendLine("decision d gives v : number by date today hit collect");
        for (var rule = 0; rule < rules.Length; rule++)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  rule r{rule} per practice \"x\" when {rules[rule].Text(names)} then v is {rule}");
        }

        return text.AppendLine("end decision").ToString();
    }

    private static string Json(string[] names, bool?[] known) =>
        "{\"p\":{" + string.Join(',', names.Zip(known)
            .Where(fact => fact.Second is not null)
            .Select(fact => $"\"{fact.First}\":{(fact.Second == true ? "true" : "false")}")) + "}}";

    /// <summary>`and` or `or` of facts, some of them under `not` or in a group of the other kind.</summary>
    private sealed record Condition(bool IsAnd, int[] Facts, bool[] Negated, int GroupFrom)
    {
        public static Condition AtRandom(Random numbers)
        {
            int[] facts = [.. Enumerable.Range(0, MissingOrderOracleTests.Facts)];
            numbers.Shuffle(facts);
            var count = 1 + numbers.Next(4);
            return new Condition(
                numbers.Next(2) == 0,
                facts[..count],
                [.. facts[..count].Select(_ => numbers.Next(3) == 0)],
                1 + numbers.Next(count));
        }

        public bool Holds(bool[] told)
        {
            bool[] parts = [.. Facts.Select((fact, place) => told[fact] != Negated[place])];
            bool[] alone = parts[..GroupFrom];
            bool[] group = parts[GroupFrom..];
            return IsAnd
                ? alone.All(part => part) && (group.Length == 0 || group.Any(part => part))
                : alone.Any(part => part) || (group.Length > 0 && group.All(part => part));
        }

        public string Text(string[] names)
        {
            string[] parts = [.. Facts.Select((fact, place) => (Negated[place] ? "not p." : "p.") + names[fact])];
            var (outer, inner) = IsAnd ? (" and ", " or ") : (" or ", " and ");
            var group = parts[GroupFrom..];
            return string.Join(outer, group.Length == 0
                ? parts[..GroupFrom]
                : parts[..GroupFrom].Append("(" + string.Join(inner, group) + ")"));
        }
    }
}
