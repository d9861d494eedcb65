using System.CommandLine;
using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax;
using ParseResult = System.CommandLine.ParseResult;

namespace CaseFlow.Host.CommandLine;

/// <summary>The options of the commands that read cases as JSON lines: `--facts`, `--decision`, `--today`.</summary>
internal sealed class FactsOptions
{
    private const string StandardInput = "-";

    /// <summary>`--facts FILE`.</summary>
    public Option<string> Facts { get; } = new("--facts")
    {
        Description = "File of JSON lines; - reads standard input",
        Required = true,
    };

    /// <summary>`--decision NAME`, repeatable.</summary>
    public Option<string[]> Decisions { get; } = new("--decision")
    {
        Description = "Only this decision; may be repeated", AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>`--today DATE`.</summary>
    public Option<string?> Today { get; } = new("--today")
    {
        Description = "The day of the call where a line names none, as 2026-08-03",
    };

    /// <summary>Opens the file of facts.</summary>
    /// <exception cref="HostErrorException">It cannot be read.</exception>
    public Stream Open(ParseResult parsed)
    {
        var file = parsed.GetValue(Facts)!;
        if (file == StandardInput)
        {
            return Console.OpenStandardInput();
        }

        try
        {
            return File.OpenRead(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HostErrorException(
                new HostError(HostCodes.FileNotFound, file, Reasons.Of(exception)), ExitCode.Usage, exception);
        }
    }

    /// <summary>The decisions asked for among those that there are; all where none is named.</summary>
    /// <exception cref="HostErrorException">A decision that there is none of.</exception>
    public IReadOnlyList<DecisionSymbol> DecisionsOf(ParseResult parsed, IReadOnlyList<DecisionSymbol> all) =>
        parsed.GetValue(Decisions) is { Length: > 0 } names
            ? [.. names.Select(name => Find(all, name)).Distinct()]
            : all;

    /// <summary>The day of the call where a line names none.</summary>
    /// <exception cref="HostErrorException">It is no date.</exception>
    public DateOnly DayOf(ParseResult parsed)
    {
        if (parsed.GetValue(Today) is not { } text)
        {
            return AgencyTime.Vietnam.DayOf(TimeProvider.System.GetUtcNow());
        }

        var culture = CultureInfo.InvariantCulture;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day)
            ? day
            : throw new HostErrorException(new HostError(HostCodes.BadDateOption, "--today", text), ExitCode.Usage);
    }

    private static DecisionSymbol Find(IReadOnlyList<DecisionSymbol> all, string name) =>
        all.FirstOrDefault(decision =>
            decision.Aliases.Values.Append(decision.Name).Contains(name, IdentifierFolding.Comparer))
        ?? throw new HostErrorException(
            new HostError(HostCodes.UnknownDecision, name, string.Join(", ", all.Select(decision => decision.Name))),
            ExitCode.Usage);
}
