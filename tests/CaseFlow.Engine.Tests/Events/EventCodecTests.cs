using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Events;

public sealed class EventCodecTests
{
    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public void EventTypes_CoverEveryEventOnce()
    {
        var events = typeof(CaseEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CaseEvent)))
            .ToList();

        EventTypes.All.Select(type => type.ClrType).Should().BeEquivalentTo(events);
        EventTypes.All.Select(type => type.Name).Should().OnlyHaveUniqueItems();
        events.Should().OnlyContain(type => type.IsSealed);
    }

    [Fact]
    public async Task Row_OfEveryEventOfALife_ReadsAsWhatWasWritten()
    {
        var id = await Live();
        var rows = await _desk.Store.ReadEventsAsync(id, CancellationToken.None);

        foreach (var row in rows)
        {
            EventCodec.Encode(id, EventCodec.Current.Decode(row)).Should().Be(row);
        }

        rows.Select(row => row.Type).Distinct().Should().HaveCountGreaterThan(12);
        rows.Select(row => row.Sequence).Should().Equal(Enumerable.Range(1, rows.Count));
    }

    [Fact]
    public async Task Fold_OfAHistory_IsTheStoredDocument()
    {
        var id = await Live();
        var history = await _desk.Reader.HistoryAsync(id, CancellationToken.None);
        var row = (await _desk.Store.FindAsync(id, CancellationToken.None))!.Case;

        CaseDocument.Write(CaseFold.Of(history)!).Should().Be(row.Document);
        CaseDocument.Write(CaseDocument.Read(row.Document)).Should().Be(row.Document);
    }

    [Fact]
    public void Row_OfAnOlderForm_IsReadThroughItsUpcasters()
    {
        var codec = new EventCodec([new TriggerWasCalledMove(), new TriggerGetsItsCase()]);
        var row = Row("TriggerIgnored", -1, """{"move":"hear"}""");

        codec.Decode(row).Event.Should().Be(new TriggerIgnored("hear", "unrecorded"));
    }

    [Theory]
    [InlineData("TriggerIgnored", 0)]
    [InlineData("TriggerIgnored", 2)]
    [InlineData("NeverHappened", 1)]
    public void Row_OfAFormThatIsNotKnown_IsReportedNotGuessed(string type, int version)
    {
        var act = () => EventCodec.Current.Decode(Row(type, version, "{}"));

        act.Should().Throw<UnreadableHistoryException>().Which.SchemaVersion.Should().Be(version);
    }

    [Fact]
    public void Fold_OfAHistoryWithAGap_IsRefused()
    {
        var happened = new RecordedEvent(
            2, default, default, "system", "k", "h", new TriggerIgnored("hear", "verifying"));

        var act = () => CaseFold.Of([happened]);

        act.Should().Throw<InvalidOperationException>();
    }

    private static EventRow Row(string type, int version, string data) => new(
        default, 1, type, version, new DateOnly(2020, 1, 1), DateTimeOffset.UnixEpoch, "system", "k", "h", data);

    private async Task<CaseId> Live()
    {
        var id = await _desk.OpenAccepted("heavy");
        await _desk.Fire(id, "verify");
        await _desk.Fire(id, "fix_hearing", """{"on":"2026-07-10"}""");
        await _desk.Fire(id, "notify_hearing");
        await _desk.Fire(id, "extend", """{"length":{"value":30,"unit":"day"}}""");
        await _desk.Fire(id, "suspend", """{"on":"2026-03-02"}""");
        await _desk.Fire(id, "resume", """{"on":"2026-03-02"}""");
        await _desk.PlayTo("2026-06-01T00:00:00+07:00");
        await _desk.Fire(id, "resolve", """{"on":"2026-06-01","form":"formal_decision"}""");
        await _desk.Fire(id, "close");
        await _desk.PlayTo("2026-12-01T00:00:00+07:00");
        return id;
    }

    private sealed class TriggerWasCalledMove : IEventUpcaster
    {
        public string Type => "TriggerIgnored";

        public int FromVersion => -1;

        public JsonObject Upcast(JsonObject data) => new() { ["trigger"] = data["move"]!.GetValue<string>() };
    }

    private sealed class TriggerGetsItsCase : IEventUpcaster
    {
        public string Type => "TriggerIgnored";

        public int FromVersion => 0;

        public JsonObject Upcast(JsonObject data)
        {
            data["state"] = "unrecorded";
            return data;
        }
    }
}
