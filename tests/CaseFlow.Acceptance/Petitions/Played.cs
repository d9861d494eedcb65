using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Acceptance.Words;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Acceptance.Petitions;

/// <summary>What came of a case: the stored statement, and what the pack decides on the stored facts.</summary>
/// <param name="Statement">The statement read from the deadline's row; null where there is no such row.</param>
/// <param name="IsOver">True where the deadline was voided.</param>
/// <param name="Refusals">Codes with which steps were refused.</param>
/// <param name="Decide">The value of an output, `decision.output`.</param>
internal sealed record Played(
    DeadlineStatement? Statement, bool IsOver, IReadOnlyList<string> Refusals, Func<string, Value> Decide);

/// <summary>Reads what a case expects out of what came of it.</summary>
internal sealed class Findings(Vocabulary vocabulary, Telling telling, Played played)
{
    /// <summary>The value found for an expected key, in the cases' words. Null: there is none.</summary>
    public JsonNode? Find(string key, JsonNode? expected)
    {
        if (telling.Ask.Decided.TryGetValue(key, out var output))
        {
            return Consistent(key, Decided(key, output, expected));
        }

        return key switch
        {
            "deadline" => played.Statement?.Deadline == telling.Ask.Deadline ? expected?.DeepClone() : null,
            "unit" => Unit(),
            "amount" => Amount(),
            "excludedDays" => played.Statement?.ExcludedDays,
            "dueOn" or "windowEndsOn" or "latestOn" or "lastAllowedOn" or "maxUntil" => Day(played.Statement?.LastDay),
            "beforeDate" => played.Statement is { CountedBack: true } ? Day(played.Statement.Anchor) : null,
            "effectiveFrom" => played.IsOver ? null : Day(played.Statement?.FirstDayAfter()),
            "lastWorkingDayBefore" => Day(played.Statement?.LastWorkingDay),
            "withinLimit" => WithinLimit(),
            "valid" => played.Refusals.Count == 0,
            "error" => Error(),
            _ => throw new InvalidOperationException($"Nothing is read for the expected key {key}."),
        };
    }

    private static JsonValue? Day(DateOnly? day) =>
        day is { } known ? JsonValue.Create(known.ToString("O", CultureInfo.InvariantCulture)) : null;

    private JsonValue? Error() => played.Refusals is [var code, ..]
        ? JsonValue.Create(vocabulary.Errors.GetValueOrDefault(code, code))
        : null;

    private JsonValue? Unit()
    {
        var units = played.Statement?.Terms.Select(term => term.Length.Unit).Distinct().ToList();
        var name = units is [var unit] ? unit switch
        {
            DurationUnit.Day => "calendarDay",
            DurationUnit.WorkingDay => "workingDay",
            _ => RuleDuration.NameOf(unit),
        } : null;
        return name is null ? null : JsonValue.Create(played.Statement!.CountedBack ? name + "Before" : name);
    }

    private JsonValue? Amount() => played.Statement is { } statement
        ? JsonValue.Create(statement.Terms.Sum(term => term.Length.Count))
        : null;

    private JsonValue? WithinLimit() => played.Statement?.LastDay is { } last && telling.ActedOn is { } day
        ? JsonValue.Create(day <= last)
        : null;

    private JsonNode? Decided(string key, string output, JsonNode? expected) => played.Decide(output) switch
    {
        MissingValue => null,
        BooleanValue yes => yes.Value,
        NumberValue number => number.Value,
        DateValue date => Day(date.Value),
        EnumValue member when expected is not null && telling.Word(key, expected.ToString()) == member.Member.Name =>
            expected.DeepClone(),
        var other => other.ToString(),
    };

    /// <summary>What the pack decides must not contradict the statement: where it does, both are shown.</summary>
    private JsonNode? Consistent(string key, JsonNode? decided)
    {
        var stated = key switch
        {
            "effectiveFrom" => Day(played.Statement?.FirstDayAfter()),
            "withinLimit" => WithinLimit(),
            _ => null,
        };
        return decided is null || stated is null || JsonNode.DeepEquals(decided, stated)
            ? decided
            : $"{decided.ToJsonString()} by the rules, {stated.ToJsonString()} by the statement";
    }
}
