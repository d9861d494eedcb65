using System.CommandLine;
using CaseFlow.Rules.Explanations;

namespace CaseFlow.Host.CommandLine;

/// <summary>`--explain`, `--explain=brief`, `--explain=full`: how much is told of the reasons.</summary>
internal static class ExplainOption
{
    private const string Name = "--explain";
    private const string Brief = "brief";
    private const string Full = "full";

    /// <summary>The option.</summary>
    public static Option<string?> Create()
    {
        var option = new Option<string?>(Name)
        {
            Description = "Adds the reasons of each decision: brief (default) or full",
        };
        option.AcceptOnlyFromAmong(Brief, Full);
        return option;
    }

    /// <summary>How much is asked for; null: nothing.</summary>
    public static TraceDepth? DepthOf(string? value) => value switch
    {
        null => null,
        Full => TraceDepth.Full,
        _ => TraceDepth.Brief,
    };

    /// <summary>
    /// The arguments with a bare `--explain` spelled out: else the word after it, maybe the pack, would be taken for
    /// its value.
    /// </summary>
    public static string[] Spelled(IReadOnlyList<string> args) =>
        [.. args.Select((arg, place) =>
            arg == Name && (place + 1 == args.Count || args[place + 1] is not (Brief or Full))
                ? Name + "=" + Brief
                : arg)];
}
