using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Definitions;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Reloading;

namespace CaseFlow.Host.CommandLine;

/// <summary>`--set NAME=VALUE`: the pack with other values of parameters.</summary>
internal static class ParameterSettings
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["day"] = "day", ["days"] = "day", ["ngày"] = "day",
        ["working day"] = "workingDay", ["working days"] = "workingDay", ["ngày làm việc"] = "workingDay",
        ["month"] = "month", ["months"] = "month", ["tháng"] = "month",
        ["year"] = "year", ["years"] = "year", ["năm"] = "year",
    };

    /// <summary>The pack with the parameters changed in its text; every finding is printed.</summary>
    /// <exception cref="HostErrorException">A setting cannot be read, or the pack is refused with it.</exception>
    public static LoadedPack Apply(LoadedPack pack, IReadOnlyList<string> settings, UserTerminal terminal)
    {
        var edited = ParameterEdits.Apply(pack.Source, pack.Cases.Bound, settings.Select(Read));
        foreach (var problem in edited.Problems)
        {
            terminal.Report(problem.Code, problem.Message(terminal.Culture), problem.Help(terminal.Culture));
        }

        if (edited.Source is not { } source)
        {
            throw Refused(edited.Problems.Count);
        }

        var read = CasePackReader.Read(source);
        if (read.Pack is { } changed)
        {
            return pack with { Source = source, Cases = changed };
        }

        var printer = new DiagnosticPrinter(terminal with { Out = terminal.Error }, pack.Folder, source);
        var errors = read.Diagnostics.Where(finding => finding.Severity is Severity.Error).ToList();
        errors.ForEach(printer.Print);
        throw Refused(errors.Count + read.Problems.Count);
    }

    // A value that is JSON is taken as it stands; an amount with its unit, and any other text, as people write them.
    private static KeyValuePair<string, JsonElement> Read(string setting)
    {
        var sign = setting.IndexOf('=', StringComparison.Ordinal);
        if (sign <= 0)
        {
            throw new HostErrorException(new HostError(HostCodes.BadSetOption, setting), ExitCode.Usage);
        }

        var text = setting[(sign + 1)..].Trim();
        return KeyValuePair.Create(setting[..sign].Trim(), Json(text));
    }

    private static JsonElement Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(Amount(text) ?? YesOrNo(text) ?? JsonValue.Create(text));
        }
    }

    private static JsonNode? YesOrNo(string text) => text switch
    {
        "yes" or "có" => JsonValue.Create(true),
        "no" or "không" => JsonValue.Create(false),
        _ => null,
    };

    private static JsonObject? Amount(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !decimal.TryParse(
            text[..space].Replace("_", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var amount))
        {
            return null;
        }

        var unit = text[(space + 1)..].Trim();
        return Units.TryGetValue(unit.ToLowerInvariant(), out var known)
            ? new JsonObject { ["value"] = amount, ["unit"] = known }
            : new JsonObject { ["value"] = amount, ["currency"] = unit };
    }

    private static HostErrorException Refused(int errors) => new(
        new HostError(HostCodes.ParametersRefused, errors.ToString(CultureInfo.InvariantCulture)), ExitCode.Usage);
}
