using System.Globalization;
using System.Text.Json;
using CaseFlow.Rules.Comparison;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Tests.Shared;
using static System.FormattableString;

namespace CaseFlow.Rules.Tests.Comparison;

/// <summary>Each file: an old pack, a new pack, cases, and what is told of them.</summary>
public sealed class WhatIfTests
{
    private static readonly string Folder = Repository.PathOf("tests/CaseFlow.Rules.Tests/conformance/diff");

    public static TheoryData<string> Files() =>
        new(Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileName(path)!).Order());

    [Theory]
    [MemberData(nameof(Files))]
    public void Compare_OfTwoPacks_TellsEveryDifferenceWithItsCauses(string file)
    {
        var path = Path.Join(Folder, file);
        var parts = File.ReadAllText(path).Split(["--- old\n", "--- new\n", "--- cases\n", "--- expected\n"], default);

        var told = Tell(WhatIf.Compare(Side(parts[1]), Side(parts[2]), Cases(parts[3])));

        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            var text = File.ReadAllText(path);
            File.WriteAllText(path, text[..(text.Length - parts[4].Length)] + told);
        }
        else
        {
            told.Should().Be(parts[4]);
        }
    }

    [Fact]
    public void Compare_OfMoreDifferencesThanAreKept_CountsThemAll()
    {
        var (old, now) = (Side(Sum("30")), Side(Sum("31")));
        var facts = JsonDocument.Parse("""{"p":{"on":"2026-07-06"}}""").RootElement;
        var cases = Enumerable.Range(0, 500)
            .Select(i => new CaseToCompare(Invariant($"c{i}"), new DateOnly(2026, 8, 3), facts));

        var diff = WhatIf.Compare(old, now, cases, kept: 3);

        diff.Cases.Select(one => one.Id).Should().Equal("c0", "c1", "c2");
        diff.Totals.Changed.Should().Be(500);
        diff.Totals.ByDecision.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("term", 500));
    }

    private static string Sum(string days) =>
        $$"""
        facts p { on : date }
        decision term gives length : number by date p.on hit single
          rule general per practice "x" then length is {{days}}
        end decision
        """;

    private static PackSide Side(string module) => new(TextPack.Of(module));

    private static IEnumerable<CaseToCompare> Cases(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var json = JsonDocument.Parse(line).RootElement;
            yield return new CaseToCompare(
                json.GetProperty("id").GetString()!,
                DateOnly.ParseExact(json.GetProperty("today").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                json.GetProperty("facts"));
        }
    }

    private static string Tell(PackDiff diff)
    {
        var totals = diff.Totals;
        var lines = diff.Cases.SelectMany(Tell)
            .Append(Invariant($"{totals.Cases} cases, {totals.Changed} changed, {totals.OtherGrounds} other grounds, ")
                + Invariant($"{totals.Unreadable} unreadable"))
            .Concat(diff.Changes.Select(change => "pack: " + Tell(change)));
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static IEnumerable<string> Tell(CaseDifference one) =>
        one.ProblemsBefore.Select(problem => $"{one.Id}: before {problem.Code} {problem.Path}")
            .Concat(one.ProblemsAfter.Select(problem => $"{one.Id}: after {problem.Code} {problem.Path}"))
            .Concat(one.Decisions.SelectMany(decision => decision.Causes
                .Select(cause => "  because " + Tell(cause))
                .Prepend($"{one.Id} {decision.Decision} {decision.Kind}: "
                    + $"{Told(decision.Before)} -> {Told(decision.After)}")));

    private static string Tell(ChangeCause cause) =>
        $"{cause.Kind} {cause.Name}: {cause.Before ?? "-"} -> {cause.After ?? "-"}";

    private static string Told(DecisionAnswer? answer)
    {
        var rules = answer?.Outcome?.Rules.Select(rule => rule.Name) ?? [];
        var cites = answer?.Outcome?.Cites.Select(cite => cite.Text) ?? [];
        return answer is null
            ? "none"
            : $"{AnswerText.Of(answer)} [{string.Join(", ", rules)}] [{string.Join(", ", cites)}]";
    }
}
