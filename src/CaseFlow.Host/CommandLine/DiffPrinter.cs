using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Evaluation;
using CaseFlow.Rules.Comparison;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Host.CommandLine;

/// <summary>
/// Writes differences between two packs, one case at a time, as lines for people or one line of JSON.
/// </summary>
internal sealed class DiffPrinter(UserTerminal terminal)
{
    /// <summary>A number in plain digits.</summary>
    public static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes a line that is no case.</summary>
    public void Print(CaseLine line)
    {
        if (terminal.Json)
        {
            var errors = line.Errors.Select(error => (JsonNode)new JsonObject
            {
                ["code"] = error.Code,
                ["message"] = HostMessages.Message(error, terminal.Culture),
                ["help"] = HostMessages.Help(error, terminal.Culture),
            });
            WriteJson(new JsonObject
            {
                ["id"] = line.Id?.DeepClone(), ["line"] = line.Number, ["errors"] = new JsonArray([.. errors]),
            });
            return;
        }

        WriteLine(line.Id?.ToString() ?? terminal.Text("diff.line", Count(line.Number)));
        foreach (var error in line.Errors)
        {
            WriteLine($"  {error.Code}: {HostMessages.Message(error, terminal.Culture)}");
        }
    }

    /// <summary>Writes a case that differs.</summary>
    public void Print(CaseDifference difference, CaseLine line)
    {
        if (terminal.Json)
        {
            var json = DiffJson.Write(difference, terminal.Culture);
            json["id"] = line.Id?.DeepClone();
            json["line"] = line.Number;
            WriteJson(json);
            return;
        }

        WriteLine(difference.Id);
        Problems("diff.unreadableBefore", difference.ProblemsBefore);
        Problems("diff.unreadableAfter", difference.ProblemsAfter);
        foreach (var decision in difference.Decisions)
        {
            Print(decision);
        }
    }

    /// <summary>Writes the totals.</summary>
    public void Summarise(IReadOnlyList<ChangeCause> changes, DiffTotals totals, int failed)
    {
        if (terminal.Json)
        {
            var summary = DiffJson.Write(totals);
            summary["badLines"] = failed;
            summary["packChanges"] = DiffJson.Write(changes);
            WriteJson(new JsonObject { ["summary"] = summary });
            return;
        }

        WriteLine(terminal.Text(
            "diff.summary",
            Count(totals.Cases),
            Count(totals.Changed),
            Count(totals.OtherGrounds),
            Count(totals.Unreadable),
            Count(failed)));
        foreach (var (decision, count) in totals.ByDecision)
        {
            WriteLine($"  {decision}: {Count(count)}");
        }

        WriteLine(terminal.Text("diff.changes", Count(changes.Count)));
        foreach (var change in changes)
        {
            WriteLine("  " + Cause(change));
        }
    }

    private void Print(DecisionDifference difference)
    {
        WriteLine($"  {difference.Decision}: {Sides(Answer(difference.Before), Answer(difference.After))}");
        Both("diff.rules", difference, outcome => outcome.Rules.Select(rule => rule.Name));
        Both("diff.articles", difference, outcome => outcome.Cites.Select(cite => cite.Text));
        foreach (var cause in difference.Causes)
        {
            WriteLine($"    {terminal.Text("diff.why")}: {Cause(cause)}");
        }
    }

    private void Both(string key, DecisionDifference difference, Func<DecisionOutcome, IEnumerable<string>> names)
    {
        var (before, after) = (Joined(difference.Before?.Outcome, names), Joined(difference.After?.Outcome, names));
        if (before.Length + after.Length > 0)
        {
            WriteLine($"    {terminal.Text(key)}: {(before == after ? before : Sides(before, after))}");
        }
    }

    private static string Joined(DecisionOutcome? outcome, Func<DecisionOutcome, IEnumerable<string>> names) =>
        outcome is null ? "" : string.Join(", ", names(outcome));

    private string Answer(DecisionAnswer? answer) => answer switch
    {
        null => "-",
        { Fault: { } fault } =>
            fault.Code + " " + RulesMessages.Message(fault.Code, terminal.Culture, fault.Arguments),
        _ => AnswerText.Of(answer),
    };

    private string Cause(ChangeCause cause)
    {
        var place = cause.PlaceAfter ?? cause.PlaceBefore;
        return terminal.Text("diff.cause." + DiffJson.NameOf(cause.Kind), cause.Name) + ": "
            + Sides(cause.Before ?? "-", cause.After ?? "-") + (place is null ? "" : $" ({place})");
    }

    private void Problems(string key, IReadOnlyList<FactProblem> problems)
    {
        foreach (var problem in problems)
        {
            WriteLine($"  {terminal.Text(key)}: {problem.Code}: {problem.Message(terminal.Culture)}");
        }
    }

    private static string Sides(string before, string after) =>
        (before.Length == 0 ? "-" : before) + " → " + (after.Length == 0 ? "-" : after);

    private void WriteLine(string text) => terminal.Out.WriteLine(text);

    private void WriteJson(JsonObject json) => WriteLine(json.ToJsonString(UserTerminal.JsonOptions));
}
