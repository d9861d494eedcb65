using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Acceptance.Cases;
using CaseFlow.Acceptance.Petitions;
using CaseFlow.Acceptance.Words;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Acceptance.Calendars;

/// <summary>The calendar cases ask the calendar of the pack.</summary>
public sealed class CalendarTests
{
    public static TheoryData<string> LawCases => Ids(CaseFile.Law);

    public static TheoryData<string> OwnCases => Ids(CaseFile.Own);

    private static WorkingCalendar Calendar { get; } = ReadPack.Vietnam.Bound.Calendars.Values.Single();

    [Theory]
    [MemberData(nameof(LawCases))]
    public void Calendar_OfTheLawsCases_Answers(string id) => Passes(CaseFile.Law, id);

    [Theory]
    [MemberData(nameof(OwnCases))]
    public void Calendar_OfOurOwnCases_Answers(string id) => Passes(CaseFile.Own, id);

    private static TheoryData<string> Ids(IEnumerable<AcceptanceCase> cases) =>
        [.. cases.Where(found => found.Area == "calendar").Select(found => found.Id)];

    private static void Passes(IEnumerable<AcceptanceCase> cases, string id)
    {
        var acceptanceCase = cases.Single(found => found.Id == id);
        Vocabulary.Law.UnknownWords(acceptanceCase).Should().BeEmpty();

        foreach (var (key, expected) in acceptanceCase.Expect)
        {
            JsonNode.DeepEquals(Find(key, acceptanceCase.Given), expected).Should()
                .BeTrue("{0} is {1}: {2}", key, expected?.ToJsonString(), acceptanceCase.Why);
        }
    }

    private static JsonNode? Find(string key, JsonObject given) => key switch
    {
        "isWorkingDay" => Ask(given).State switch
        {
            DayState.Working => true,
            DayState.Rest => false,
            _ => "unknown",
        },
        "requiresConfiguration" => Ask(given).RequiresConfiguration,
        "date" when given.ContainsKey("lunar") =>
            Iso(Calendar.LunarDate((string)given["lunar"]!, given["year"]!.GetValue<int>())?.Day),
        "date" => Iso(TermCount.Forward(
            Day(given, "from"),
            [new RuleDuration(given["workingDays"]!.GetValue<int>(), DurationUnit.WorkingDay)],
            [],
            Calendar).LastDay),
        _ => throw new InvalidOperationException($"Nothing is read for the expected key {key}."),
    };

    private static DayAnswer Ask(JsonObject given) => Calendar.Ask(Day(given, "date"));

    private static DateOnly Day(JsonObject given, string key) =>
        DateOnly.ParseExact((string)given[key]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonNode? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
