using System.Globalization;
using System.Text.Json;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Packs;

namespace CaseFlow.Host.Demo;

/// <summary>The sample petitions of a pack, and which of its states count as a decision.</summary>
/// <param name="Petitions">The petitions.</param>
/// <param name="DecidedStates">States that a petition enters when it is decided, answered or what else its kind ends
/// with.</param>
internal sealed record DemoSamples(IReadOnlyList<SamplePetition> Petitions, IReadOnlySet<string> DecidedStates)
{
    private const string SettingsFile = "petitions/demo.json";

    /// <summary>Reads both from a pack.</summary>
    /// <exception cref="HostErrorException">The pack has no samples, or one cannot be read.</exception>
    public static DemoSamples Read(LoadedPack pack, UserTerminal terminal)
    {
        if (pack.Source.Read(SampleReader.File) is not { } lines)
        {
            throw new HostErrorException(
                new HostError(HostCodes.NoSamples, Path.Join(pack.Folder, SampleReader.File)), ExitCode.Usage);
        }

        var (petitions, faults) = SampleReader.Read(lines, terminal.Culture);
        foreach (var fault in faults.Skip(1))
        {
            terminal.Report(fault);
        }

        return faults.Count > 0
            ? throw new HostErrorException(faults[0], ExitCode.Usage)
            : new DemoSamples(petitions, Decided(pack));
    }

    /// <summary>The first day and the number of days from it to the last step.</summary>
    public (DateOnly First, int Days) Span()
    {
        var days = Petitions
            .SelectMany(petition => petition.Steps.Select(step => step.On).Append(petition.OpensOn))
            .ToList();
        return (days.Min(), days.Max().DayNumber - days.Min().DayNumber + 1);
    }

    // A pack that names no such states counts what ended.
    private static HashSet<string> Decided(LoadedPack pack)
    {
        var named = pack.Source.Read(SettingsFile) is { } json ? ReadDecided(pack, json) : null;
        return named ?? pack.Cases.Definitions
            .SelectMany(definition => definition.Lifecycle.States)
            .Where(state => state.Kind is Rules.Syntax.Tree.StateKind.Final)
            .Select(state => state.Name)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> ReadDecided(LoadedPack pack, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty("decided").EnumerateArray()
                .Select(state => state.GetString() ?? "")
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{pack.Folder}/{SettingsFile}");
            throw new HostErrorException(
                new HostError(HostCodes.BadSample, place, "{\"decided\": [\"…\"]}"), ExitCode.Usage, exception);
        }
    }
}
