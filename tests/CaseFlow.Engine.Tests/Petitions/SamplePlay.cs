using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Engine.Tests.Petitions;

/// <summary>The sample petitions of the pack, played to their end on a clock that skips.</summary>
public sealed class SamplePlay : IAsyncLifetime
{
    private static readonly DateTimeOffset End = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SkippingTimeProvider _clock = new(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly InMemoryCaseStore _store = new();
    private readonly Dictionary<string, CaseId> _cases = [];
    private readonly List<(DateTimeOffset At, Func<Command> Make)> _plan = [];
    private readonly CaseEngine _engine;

    /// <summary>Sets up an engine in memory; nothing is played yet.</summary>
    public SamplePlay()
    {
        var source = PackSource();
        var pack = CasePackReader.Read(source).Pack!;
        var catalogue = new PackCatalogue(new InMemoryPackArchive(), pack, source);
        _engine = new CaseEngine(
            _store, new InMemoryIdentityVault(_clock), catalogue, new RandomIds(_clock), _clock, AgencyTime.Vietnam);
        Reader = new CaseReader(_store, catalogue, EventCodec.Current, _clock, AgencyTime.Vietnam);
    }

    /// <summary>Reads what was played.</summary>
    public CaseReader Reader { get; }

    /// <summary>Cases by the petition's id.</summary>
    public IReadOnlyDictionary<string, CaseId> Cases => _cases;

    /// <summary>Every command that was not accepted, with its reasons.</summary>
    public List<string> Refusals { get; } = [];

    public async ValueTask InitializeAsync()
    {
        var lines = await File.ReadAllLinesAsync(Repository.PathOf("packs/vietnam-petitions/petitions/samples.jsonl"));
        foreach (var line in lines)
        {
            Schedule((JsonObject)JsonNode.Parse(line)!);
        }

        await PlayAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InMemoryRuleSource PackSource()
    {
        var folder = Repository.PathOf("packs/vietnam-petitions");
        return new InMemoryRuleSource(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal));
    }

    private void Schedule(JsonObject petition)
    {
        var id = (string)petition["id"]!;
        Add(petition["opensOn"]!, () => Open(id, petition));
        var number = 0;
        foreach (var step in petition["steps"]!.AsArray().Select(step => step!.AsObject()))
        {
            var place = ++number;
            Add(step["on"]!, () => Fire(id, step, place));
        }
    }

    // Commands of one day keep the order of the file, a second apart, so that timers may come between them.
    private void Add(JsonNode on, Func<Command> make)
    {
        var day = DateOnly.ParseExact((string)on!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        _plan.Add((AgencyTime.Vietnam.At(day, new TimeOnly(9, 0)).AddSeconds(_plan.Count), make));
    }

    private OpenCase Open(string id, JsonObject petition) => new($"{id}/open", Principal.System)
    {
        Agency = (string?)petition["agency"],
        Facts = (JsonObject)petition["facts"]!.DeepClone(),
        Parent = petition["parent"] is { } parent ? _cases[(string)parent!] : null,
    };

    private FireTrigger Fire(string id, JsonObject step, int number)
    {
        var who = step["principal"]!;
        var officer = new Principal((string)who["id"]!, [.. who["roles"]!.AsArray().Select(role => (string)role!)]);
        var key = string.Create(CultureInfo.InvariantCulture, $"{id}/{number}");
        return new FireTrigger(key, officer, _cases[id], (string)step["trigger"]!)
        {
            Inputs = (JsonObject?)step["inputs"]?.DeepClone(),
            Facts = (JsonObject?)step["facts"]?.DeepClone(),
        };
    }

    private async Task PlayAsync()
    {
        var sweep = new Sweep(_engine, _store, _clock, new SweepOptions { Lease = TimeSpan.Zero });
        var playback = new Playback(_engine, sweep, _store, _clock) { Played = Note };
        await playback.RunAsync(
            _plan.Select(step => new ScheduledCommand(step.At, step.Make)), End, CancellationToken.None);
    }

    private void Note(PlayedCommand played)
    {
        if (played.Result.Status != CommandStatus.Accepted)
        {
            var reasons = played.Result.Problems.Select(problem => $"{problem.Code} {problem.Place}");
            Refusals.Add($"{played.Command.Key}: {string.Join(", ", reasons)}");
        }
        else if (played.Command is OpenCase)
        {
            _cases[played.Command.Key.Split('/')[0]] = played.Result.CaseId!.Value;
        }
    }
}
