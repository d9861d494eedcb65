using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>What an evaluation is told besides the facts: the day, and for guards the inputs and the case.</summary>
/// <param name="Today">The local day of the call; for a step of a case, the date of the step.</param>
public sealed record EvaluationContext(DateOnly Today)
{
    /// <summary>
    /// The inputs of the trigger being fired; an input that is not here and is optional reads as missing.
    /// </summary>
    public IReadOnlyDictionary<FieldSymbol, Value> Inputs { get; init; } = NoInputs;

    /// <summary>Values of the parameters; null: those that the pack declares.</summary>
    public ParameterSet? Parameters { get; init; }

    /// <summary>The case, where there is one; without it, `case.*` is unknown.</summary>
    public CaseView? Case { get; init; }

    private static IReadOnlyDictionary<FieldSymbol, Value> NoInputs { get; } = new Dictionary<FieldSymbol, Value>();
}

/// <summary>What rules may know of a case.</summary>
/// <param name="State">Canonical name of its state.</param>
/// <param name="OpenedOn">The day it was opened.</param>
/// <param name="Parent">Reference of the parent case, or null.</param>
/// <param name="Holder">The officer who holds it, or null.</param>
/// <param name="Agency">The agency that handles it, or null.</param>
/// <param name="Due">The last day of each deadline that is running, by canonical name.</param>
public sealed record CaseView(
    string State,
    DateOnly OpenedOn,
    string? Parent,
    string? Holder,
    string? Agency,
    IReadOnlyDictionary<string, DateOnly> Due);
