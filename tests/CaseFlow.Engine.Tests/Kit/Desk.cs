using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Engine.Tests.Kit;

/// <summary>An engine on stores in memory and a clock that skips: what a test does at an officer's desk.</summary>
internal sealed class Desk
{
    public static readonly Principal Resolver = new("off-resolver", ["resolver"]);

    private int _keys;

    public Desk(CasePack pack, string now = "2026-03-02T09:00:00+07:00")
        : this(pack, TestPacks.SourceOf("works"), now)
    {
    }

    public Desk(CasePack pack, IRuleSource source, string now = "2026-03-02T09:00:00+07:00")
    {
        Pack = pack;
        Clock = new SkippingTimeProvider(Instant(now));
        Vault = new InMemoryIdentityVault(Clock);
        Packs = new PackCatalogue(Archive, pack, source, Clock);
        Engine = new CaseEngine(Store, Vault, Packs, Ids, Clock, AgencyTime.Vietnam);
        Reader = new CaseReader(Store, Packs, EventCodec.Current, Clock, AgencyTime.Vietnam);
        Sweep = new Sweep(Engine, Store, Clock, new SweepOptions());
    }

    public CasePack Pack { get; }

    public InMemoryPackArchive Archive { get; } = new();

    public PackCatalogue Packs { get; }

    public SkippingTimeProvider Clock { get; }

    public InMemoryCaseStore Store { get; } = new();

    public InMemoryIdentityVault Vault { get; }

    public SequentialIds Ids { get; } = new();

    public CaseEngine Engine { get; }

    public CaseReader Reader { get; }

    public Sweep Sweep { get; }

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static JsonObject Json(string text) => (JsonObject)JsonNode.Parse(text)!;

    public static JsonObject Complaint(string receivedOn, string weight = "plain") => Json(
        $$$"""
        {"petition":{"kind":"complaint","received_on":"{{{receivedOn}}}","weight":"{{{weight}}}",
          "competent":true,"signed":true,"heard":true,"contents":1}}
        """);

    public string NextKey() => string.Create(CultureInfo.InvariantCulture, $"key-{++_keys}");

    public void GoTo(string instant) => Clock.JumpTo(Instant(instant));

    public ValueTask<CommandResult> Do(Command command) => Engine.ExecuteAsync(command, CancellationToken.None);

    public async Task<CaseId> Open(JsonObject facts, string? agency = "ward", DateOnly? on = null)
    {
        var result = await Do(new OpenCase(NextKey(), Resolver) { Facts = facts, Agency = agency, EffectiveOn = on });
        result.Problems.Should().BeEmpty();
        return result.CaseId!.Value;
    }

    public ValueTask<CommandResult> Try(
        CaseId id, string trigger, string inputs = "{}", DateOnly? on = null, string facts = "{}") =>
        Do(new FireTrigger(NextKey(), Resolver, id, trigger)
        {
            Inputs = Json(inputs), EffectiveOn = on, Facts = Json(facts),
        });

    public async Task Fire(
        CaseId id, string trigger, string inputs = "{}", DateOnly? on = null, string facts = "{}")
    {
        var result = await Try(id, trigger, inputs, on, facts);
        result.Problems.Select(problem => problem.Code + " " + problem.Message(CultureInfo.InvariantCulture))
            .Should().BeEmpty();
        result.Status.Should().Be(CommandStatus.Accepted);
    }

    /// <summary>A complaint that was received and accepted today.</summary>
    public async Task<CaseId> OpenAccepted(string weight = "plain")
    {
        var today = AgencyTime.Vietnam.DayOf(Clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var id = await Open(Complaint(today, weight));
        await Fire(id, "accept", $$"""{"on":"{{today}}","officer":"off-resolver"}""");
        return id;
    }

    public async Task<CaseState> State(CaseId id) => (await Reader.FindAsync(id, CancellationToken.None))!.State;

    public async Task<IReadOnlyList<CaseEvent>> Events(CaseId id) =>
        [.. (await Reader.HistoryAsync(id, CancellationToken.None)).Select(recorded => recorded.Event)];

    public async Task<DeadlineReading> Deadline(CaseId id, string name) =>
        (await Reader.DeadlinesAsync(id, CancellationToken.None)).Last(deadline => deadline.Name == name);

    /// <summary>Plays all timers up to an instant.</summary>
    public async Task PlayTo(string instant)
    {
        var playback = new Playback(Engine, Sweep, Store, Clock);
        await playback.RunAsync([], Instant(instant), CancellationToken.None);
    }
}
