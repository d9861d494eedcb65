using System.Globalization;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Facts;

/// <summary>
/// What is wrong with one fact or input as given. Values are quoted only where they are names of the pack's kind.
/// </summary>
/// <param name="Path">The fact, by its path with indices: `petition.petitioners[2].signed`.</param>
/// <param name="Code">`CF####`.</param>
/// <param name="Arguments">What the message quotes, in the catalogue's order.</param>
public sealed record FactProblem(string Path, string Code, IReadOnlyList<string> Arguments)
{
    private static readonly Dictionary<int, IReadOnlyDictionary<string, string>> None = [];

    /// <summary>A name that was probably meant; shown in the help line.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>Arguments in the reader's words, by their place and by language.</summary>
    internal IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>> Labels { get; init; } = None;

    /// <summary>The message, one sentence, in the culture's language (vi or en).</summary>
    public string Message(CultureInfo culture) => RulesMessages.Message(Code, culture, Arguments, Labels);

    /// <summary>What to do about it, or empty.</summary>
    public string Help(CultureInfo culture) => RulesMessages.Help(Code, culture, Arguments, DidYouMean);
}

/// <summary>Facts as read.</summary>
/// <param name="Facts">Those that could be read.</param>
/// <param name="Problems">Everything that is wrong, in the order given; facts with a problem are not among the
/// facts.</param>
public sealed record FactReadResult(CaseFacts Facts, IReadOnlyList<FactProblem> Problems);

/// <summary>Inputs of a trigger as read.</summary>
/// <param name="Inputs">Those that could be read; an input that was not given is not here.</param>
/// <param name="Problems">Everything that is wrong, in the order given.</param>
public sealed record InputReadResult(
    IReadOnlyDictionary<FieldSymbol, Value> Inputs, IReadOnlyList<FactProblem> Problems);
