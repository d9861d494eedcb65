using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Bench.Storage;

/// <summary>An engine that carries cases of the engine tests' small pack from their opening to their end.</summary>
internal sealed class WorkingDesk(ICaseStore cases, IPackArchive archive, IIdentityVault vault)
{
    /// <summary>Commands of one whole life.</summary>
    public const int CommandsOfALife = 6;

    private const string Facts =
        """
        {"petition":{"kind":"complaint","received_on":"2026-03-02","weight":"plain",
          "competent":true,"signed":true,"heard":true,"contents":1}}
        """;

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly Principal Officer = new("off-resolver", [], AllRoles: true);

    private static readonly (string Trigger, string Inputs)[] Steps =
    [
        ("accept", """{"on":"2026-03-02","officer":"off-resolver"}"""),
        ("verify", "{}"),
        ("resolve", """{"on":"2026-03-02","form":"formal_decision"}"""),
        ("send", "{}"),
        ("close", "{}"),
    ];

    private readonly CaseEngine engine = Engine(cases, archive, vault);

    /// <summary>Opens a case and fires every step of its life. Keys carry the life's number.</summary>
    public async Task LiveAsync(int life)
    {
        var opened = await MustAsync(new OpenCase(Key(life, 0), Officer)
        {
            Agency = "ward", Facts = (JsonObject)JsonNode.Parse(Facts)!,
        });
        for (var step = 0; step < Steps.Length; step++)
        {
            await MustAsync(new FireTrigger(Key(life, step + 1), Officer, opened, Steps[step].Trigger)
            {
                Inputs = (JsonObject)JsonNode.Parse(Steps[step].Inputs)!,
            });
        }
    }

    private static CaseEngine Engine(ICaseStore cases, IPackArchive archive, IIdentityVault vault)
    {
        var clock = new SkippingTimeProvider(Now);
        var source = Source();
        var pack = CasePackReader.Read(source).Pack
            ?? throw new InvalidOperationException("the small pack of the engine's tests has errors");
        var catalogue = new PackCatalogue(archive, pack, source);
        return new CaseEngine(cases, vault, catalogue, new RandomIds(clock), clock, AgencyTime.Vietnam);
    }

    private static InMemoryRuleSource Source()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "works");
        return new InMemoryRuleSource(Directory.EnumerateFiles(root).ToDictionary(
            path => Path.GetRelativePath(root, path), File.ReadAllBytes, StringComparer.Ordinal));
    }

    private static string Key(int life, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"bench-{life}-{step}");

    private async Task<CaseId> MustAsync(Command command)
    {
        var result = await engine.ExecuteAsync(command, default);
        return result.Status == CommandStatus.Accepted
            ? result.CaseId!.Value
            : throw new InvalidOperationException(
                $"{command.Key}: {result.Status} {string.Join(", ", result.Problems.Select(problem => problem.Code))}");
    }
}
