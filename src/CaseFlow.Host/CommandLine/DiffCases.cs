using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Evaluation;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Host.CommandLine;

/// <summary>A case that two packs are asked about.</summary>
/// <param name="Line">Its id, day and facts, or what is wrong with them.</param>
/// <param name="View">What rules may know of the case itself; null for a line of a file.</param>
internal sealed record DiffCase(CaseLine Line, CaseView? View);

/// <summary>Where `diff` takes its cases from: a file of facts, or the open cases of a data folder.</summary>
internal static class DiffCases
{
    /// <summary>The cases, one at a time.</summary>
    /// <exception cref="HostErrorException">Neither is named, or what is named cannot be read.</exception>
    public static IAsyncEnumerable<DiffCase> Of(
        ParseResult parsed, FactsOptions facts, Option<string> data, CultureInfo culture, CancellationToken stop)
    {
        if (parsed.GetValue(facts.Facts) is not null)
        {
            return LinesAsync(facts.Open(parsed), culture, stop);
        }

        if (parsed.GetResult(data) is not { Implicit: false })
        {
            throw new HostErrorException(new HostError(HostCodes.NoCasesNamed), ExitCode.Usage);
        }

        // A folder that holds no database stays as it is: reading is no reason to make one.
        var options = new SqliteOptions { Directory = parsed.GetValue(data)! };
        return File.Exists(options.CasesPath)
            ? OpenCasesAsync(options, stop)
            : throw new HostErrorException(
                new HostError(HostCodes.FileNotFound, options.CasesPath, Reasons.Of(new FileNotFoundException())),
                ExitCode.Usage);
    }

    private static async IAsyncEnumerable<DiffCase> LinesAsync(
        Stream input, CultureInfo culture, [EnumeratorCancellation] CancellationToken stop)
    {
        await using (input)
        {
            await foreach (var line in JsonLines.ReadAsync(input, stop))
            {
                yield return new DiffCase(CaseLine.Read(line, culture), null);
            }
        }
    }

    private static async IAsyncEnumerable<DiffCase> OpenCasesAsync(
        SqliteOptions options, [EnumeratorCancellation] CancellationToken stop)
    {
        using var storage = SqliteStorage.Open(options, TimeProvider.System);
        var number = 0;
        await foreach (var row in storage.Cases.OpenCasesAsync(stop))
        {
            yield return Of(row, ++number);
        }
    }

    private static DiffCase Of(CaseRow row, int number)
    {
        var id = JsonValue.Create(row.Id.ToString());
        try
        {
            var state = CaseDocument.Read(row.Document);
            return new DiffCase(new CaseLine(number, id, null, state.Facts.ToJson(), []), state.ToView());
        }
        catch (JsonException)
        {
            var error = new HostError(HostCodes.BadJson, row.Id.ToString());
            return new DiffCase(new CaseLine(number, id, null, null, [error]), null);
        }
    }
}
