using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Tests.Kit;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Cases;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Engine.Tests.Workflows.Cases;

/// <summary>The petition pack on stores in memory, and the handlers that do what activities ask.</summary>
internal sealed class PetitionDesk
{
    private static readonly Lazy<InMemoryRuleSource> Files = new(ReadFiles);

    private static readonly Lazy<CasePack> Pack = new(() => CasePackReader.Read(Files.Value).Pack!);

    private readonly IWorkHandler _commands;
    private readonly IWorkHandler _waits;

    public PetitionDesk(string now = "2026-09-14T08:00:00+07:00")
    {
        Desk = new Desk(Pack.Value, Files.Value, now);
        var time = AgencyTime.Vietnam;
        _commands = CaseWorkHandlers.Commands(Desk.Engine, Desk.Store, Desk.Packs, EventCodec.Current, time);
        _waits = CaseWorkHandlers.Waits(Desk.Store, Desk.Packs, EventCodec.Current, Desk.Clock, time);
    }

    public Desk Desk { get; }

    /// <summary>The facts of a complaint that may be accepted, received on a day.</summary>
    public static string Complaint(string receivedOn) => $$$"""
        {"petition":{"kind":"complaint","subject":"admin_act","instance":"first","remote_area":false,"signed":true,
          "legal_capacity":true,"has_legal_representative":false,"representative_lawful":true,
          "appointment_signed_by_all":true,"directly_affected":true,"within_time_limit":true,"valid_reason":false,
          "second_decision_on":null,"termination_notice_on":null,"court_accepted":false,
          "court_case_terminated":false,"received_on":"{{{receivedOn}}}","petitioner_count":1}}
        """;

    /// <summary>A complaint received today by a commune.</summary>
    public async Task<CaseId> Open(string receivedOn = "2026-09-14") =>
        await Desk.Open(Desk.Json(Complaint(receivedOn)), "commune_a");

    /// <summary>The same, accepted today.</summary>
    public async Task<CaseId> OpenAccepted(string facts = "{}")
    {
        var id = await Open();
        await Fire(id, "classify", """{"competent":true}""", facts);
        await Fire(id, "accept", """{"on":"2026-09-14"}""");
        return id;
    }

    public async Task Fire(CaseId id, string trigger, string inputs = "{}", string facts = "{}")
    {
        var result = await Desk.Do(new FireTrigger(Desk.NextKey(), Principal.System, id, trigger)
        {
            Inputs = Desk.Json(inputs), Facts = Desk.Json(facts),
        });
        result.Problems.Select(problem => problem.Code + " " + problem.Place).Should().BeEmpty();
    }

    /// <summary>Has a handler do what an activity asks, now.</summary>
    public async Task<WorkAnswer> Ask(string type, string payload, int bookmark = 1)
    {
        using var json = JsonDocument.Parse(payload);
        var values = new Dictionary<string, object?>((IDictionary<string, object?>)ValueJson.Read(json.RootElement)!);
        values.TryAdd("at", CasePayload.Moment(Desk.Clock.GetUtcNow()));
        var request = new WorkRequest("instance", bookmark, type, null, values, 1);
        return type == "case"
            ? await _waits.DoAsync(request, CancellationToken.None)
            : await _commands.DoAsync(request, CancellationToken.None);
    }

    /// <summary>What the handler answered, as JSON.</summary>
    public async Task<string> Answer(string type, string payload) => Text(await Ask(type, payload));

    public static string Text(WorkAnswer answer) => answer switch
    {
        WorkAnswer.Done done => ValueJson.Text(done.Value),
        WorkAnswer.NotYet later => "not yet " + (later.Until is { } until ? CasePayload.Moment(until) : ""),
        WorkAnswer.Failed failed => $"failed {failed.Code} {string.Join(" | ", failed.Arguments)}",
        WorkAnswer.Refused refused => $"refused {refused.Code} {string.Join(" | ", refused.Arguments)}",
        _ => "?",
    };

    private static InMemoryRuleSource ReadFiles()
    {
        var folder = Repository.PathOf("packs/vietnam-petitions");
        return new InMemoryRuleSource(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal));
    }
}
