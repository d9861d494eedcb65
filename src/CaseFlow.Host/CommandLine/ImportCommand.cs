using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Host.Composition;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Import;
using CaseFlow.Host.Packs;
using CaseFlow.Storage.Sqlite;
using Command = System.CommandLine.Command;

namespace CaseFlow.Host.CommandLine;

/// <summary>`import FILE --map MAP`: brings the cases of an outside register in, each row at its own moment.</summary>
internal sealed class ImportCommand
{
    private readonly GlobalOptions _common;
    private readonly UserTerminal _terminal;
    private readonly HostSettings _settings = new();

    private readonly Argument<string> _file = new("FILE") { Description = "The register as CSV in UTF-8" };

    private readonly Option<string> _map = new("--map") { Description = "What each column is (YAML)", Required = true };

    private readonly Option<string?> _until = new("--until")
    {
        Description = "The last day to play, as 2013-01-03 (default: everything that has passed)",
    };

    private ImportCommand(GlobalOptions common, UserTerminal terminal) => (_common, _terminal) = (common, terminal);

    private AgencyTime Time => AgencyTime.Find(_settings.TimeZone)!;

    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions common, UserTerminal terminal)
    {
        var import = new ImportCommand(common, terminal);
        var command = new Command("import", "Brings the cases of an outside register in")
        {
            import._file, import._map, import._until,
        };
        command.SetAction(import.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var now = TimeProvider.System.GetUtcNow();
        var until = Until(parsed.GetValue(_until), now);
        var pack = LoadedPack.Load(_common.PackFolderOf(parsed));
        var map = ReadMap(parsed.GetValue(_map)!);
        var file = RegisterFile.Read(parsed.GetValue(_file)!);
        if (Report(RegisterReader.MissingColumns(file, map)) > 0)
        {
            return ExitCode.Usage;
        }

        var reading = RegisterReader.Read(file, map, Time, now);
        var skipped = reading.Skipped;
        var faults = Report(reading.Errors);
        Report(reading.Warnings);
        var good = await RehearseAsync(pack, map, reading.Cases, file.Path, until, stop);
        skipped += reading.Cases.Count - good.Count;
        var refused = good.Count == 0
            ? 0
            : await PlayAsync(parsed.GetValue(_common.Data)!, pack, map, good, file.Path, until, skipped, stop);
        if (good.Count == 0)
        {
            Summarise(new ImportSummary(0, 0, 0), skipped, stepsAhead: 0);
        }

        return skipped + faults + refused > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private async Task<IReadOnlyList<RegisterCase>> RehearseAsync(
        LoadedPack pack,
        ImportMap map,
        IReadOnlyList<RegisterCase> cases,
        string file,
        DateTimeOffset until,
        CancellationToken stop)
    {
        if (cases.Count == 0)
        {
            return cases;
        }

        var rehearsal = await ImportRehearsal.RunAsync(pack, map, _settings, cases, until, stop);
        ReportRefused(rehearsal, file);
        var bad = rehearsal.Refused.Select(refused => refused.Step.Case).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. cases.Where(read => !bad.Contains(read))];
    }

    private async Task<int> PlayAsync(
        string dataFolder,
        LoadedPack pack,
        ImportMap map,
        IReadOnlyList<RegisterCase> cases,
        string file,
        DateTimeOffset until,
        int skipped,
        CancellationToken stop)
    {
        var clock = ImportPlayer.ClockBefore(cases);
        await using var services = Services(dataFolder, pack, clock);
        var player = new ImportPlayer(services, clock, map);
        var steps = ImportPlan.StepsOf(cases).Count(step => step.At <= until);
        ImportRun? run = null;
        await PlayProgress.RunAsync(_terminal, _terminal.Text("import.playing"), steps, async played =>
            run = await player.PlayAsync(cases, until, played, stop));
        ReportRefused(run!, file);
        var store = services.GetRequiredService<ICaseStore>();
        Summarise(await ImportSummary.CountAsync(store, run!.Cases.Values, stop), skipped, run.StepsAhead);
        return run.Refused.Count;
    }

    private ServiceProvider Services(string dataFolder, LoadedPack pack, SkippingTimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddCaseFlowSqlite(new SqliteOptions { Directory = dataFolder });
        EngineServices.Add(services, pack, _settings);
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<SqliteStorage>();
        return provider;
    }

    private ImportMap ReadMap(string path)
    {
        try
        {
            var (map, errors) = MapReader.Read(path, File.ReadAllText(path));
            Report([.. errors.Skip(1)]);
            return map ?? throw new HostErrorException(errors[0], ExitCode.Usage);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HostErrorException(
                new HostError(HostCodes.FileNotFound, path, Reasons.Of(exception)), ExitCode.Usage, exception);
        }
    }

    private DateTimeOffset Until(string? text, DateTimeOffset now)
    {
        if (text is null)
        {
            return now;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new HostErrorException(new HostError(HostCodes.BadDateOption, "--until", text), ExitCode.Usage);
        }

        var today = Time.DayOf(now);
        if (day > today)
        {
            throw new HostErrorException(
                new HostError(HostCodes.UntilAhead, text, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ExitCode.Usage);
        }

        var end = Time.StartOf(day.AddDays(1)).AddTicks(-1);
        return end < now ? end : now;
    }

    private int Report(IReadOnlyList<HostError> errors)
    {
        foreach (var error in errors)
        {
            _terminal.Report(error);
        }

        return errors.Count;
    }

    private void ReportRefused(ImportRun run, string file)
    {
        // After a refused opening every further step of the case finds nothing; the opening says why.
        foreach (var (step, result) in run.Refused.DistinctBy(refused => (refused.Step.Case.Key, refused.Step.Line)))
        {
            var reasons = result.Problems.Select(problem => $"{problem.Code} {problem.Message(_terminal.Culture)}");
            _terminal.Report(
                new HostError(
                    HostCodes.RowRefused,
                    file,
                    step.Line.ToString(CultureInfo.InvariantCulture),
                    string.Join("; ", reasons)
                )
            );
        }
    }

    private void Summarise(ImportSummary summary, int skipped, int stepsAhead)
    {
        if (_terminal.Json)
        {
            _terminal.Out.WriteLine(new JsonObject
            {
                ["cases"] = summary.Cases,
                ["open"] = summary.Open,
                ["closed"] = summary.Cases - summary.Open,
                ["breached"] = summary.Breached,
                ["skipped"] = skipped,
                ["stepsAhead"] = stepsAhead,
            }.ToJsonString());
            return;
        }

        var numbers = new[] { summary.Cases, summary.Open, summary.Cases - summary.Open, summary.Breached, skipped };
        _terminal.Out.WriteLine(_terminal.Text(
            "import.summary", [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))]));
        if (stepsAhead > 0)
        {
            _terminal.Out.WriteLine(_terminal.Text("import.ahead", stepsAhead.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
