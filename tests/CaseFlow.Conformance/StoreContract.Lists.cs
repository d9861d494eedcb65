using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

public abstract partial class StoreContract
{
    private const int Many = 25;

    private static readonly CaseQuery Everything = new(null, null, null, null, null, 200);

    [Fact]
    public async Task List_OfEverything_IsNewestFirst()
    {
        await OpenManyAsync();

        var listed = await Cases.ListAsync(Everything, default);

        listed.Select(row => row.Id).Should().Equal(Numbers(_ => true));
    }

    [Theory]
    [InlineData("accepted", null, null)]
    [InlineData(null, true, null)]
    [InlineData(null, false, null)]
    [InlineData(null, null, "ubnd-2")]
    [InlineData("accepted", true, null)]
    [InlineData("accepted", false, "ubnd-1")]
    [InlineData("accepted", true, "ubnd-0")]
    [InlineData("unheard-of", null, null)]
    public async Task List_WithConditions_HoldsExactlyTheCasesThatMeetAll(string? state, bool? overdue, string? agency)
    {
        await OpenManyAsync();

        var listed = await Cases.ListAsync(
            Everything with { State = state, Overdue = overdue, Agency = agency }, default);

        listed.Select(row => row.Id).Should().Equal(Numbers(number =>
            (state is null || StateOf(number) == state)
            && (overdue is null || OverdueOf(number) == overdue)
            && (agency is null || AgencyOf(number) == agency)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(25)]
    public async Task List_PageByPage_ShowsEachCaseOnceAlsoWhileOthersAreOpened(int limit)
    {
        await OpenManyAsync();
        var seen = new List<CaseId>();
        var query = Everything with { State = "received", Limit = limit };
        var pages = 0;
        IReadOnlyList<CaseRow> page;
        do
        {
            page = await Cases.ListAsync(query, default);
            seen.AddRange(page.Select(row => row.Id));
            await MustCommitAsync(Sample.Commit(Sample.Id(1000 + ++pages), "new-" + pages));
            query = query with { After = page.Count > 0 ? page[^1].Id : query.After };
        }
        while (page.Count == limit && pages <= Many);

        seen.Should().Equal(Numbers(number => StateOf(number) == "received"));
    }

    [Fact]
    public async Task List_ByTheBeginningOfATrackingCode_FindsIt()
    {
        await OpenManyAsync();
        var code = Sample.Row(Sample.Id(3)).Tracking.Value;

        (await ByTextAsync(code)).Should().Equal(Sample.Id(3));
        (await ByTextAsync(code[..^1])).Should().Contain(Sample.Id(3));
        (await ByTextAsync(code.ToLowerInvariant())).Should().Equal(Sample.Id(3));
        (await ByTextAsync(code + "x")).Should().BeEmpty();
        (await ByTextAsync("%")).Should().BeEmpty();
        (await ByTextAsync("_" + code[1..])).Should().BeEmpty();
    }

    [Fact]
    public async Task List_ByTheBeginningOfAnId_FindsIt()
    {
        await OpenManyAsync();
        var text = Sample.Id(3).ToString();

        (await ByTextAsync(text)).Should().Equal(Sample.Id(3));
        (await ByTextAsync(text.ToUpperInvariant())).Should().Equal(Sample.Id(3));
        (await ByTextAsync(text[..13])).Should().Equal(Sample.Id(3));
        (await ByTextAsync(text[..9])).Should().Equal(Numbers(_ => true));
        (await ByTextAsync(text.Replace("-", "", StringComparison.Ordinal))).Should().BeEmpty();
        (await ByTextAsync(text + "0")).Should().BeEmpty();
        (await ByTextAsync(text[..9] + "zz")).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task List_WithALimitOutsideItsBounds_IsRefused(int limit)
    {
        var act = async () => await Cases.ListAsync(Everything with { Limit = limit }, default);

        await act.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    private static string StateOf(int number) => number % 2 == 0 ? "received" : "accepted";

    private static bool OverdueOf(int number) => number % 3 == 0;

    private static string AgencyOf(int number) => "ubnd-" + (number % 4);

    private static IEnumerable<CaseId> Numbers(Func<int, bool> belongs) =>
        Enumerable.Range(1, Many).Where(belongs).Reverse().Select(Sample.Id);

    private async Task<IEnumerable<CaseId>> ByTextAsync(string text) =>
        (await Cases.ListAsync(Everything with { Text = text }, default)).Select(row => row.Id);

    private async Task OpenManyAsync()
    {
        // Opened out of order: the order of a list is the ids', not the inserts'.
        foreach (var number in Enumerable.Range(1, Many).OrderBy(number => (number * 7) % Many))
        {
            var commit = Sample.Commit(Sample.Id(number), "k" + number);
            await MustCommitAsync(commit with
            {
                Case = commit.Case with
                {
                    State = StateOf(number),
                    IsOverdue = OverdueOf(number),
                    Agency = AgencyOf(number),
                },
            });
        }
    }
}
