using System.Collections.Immutable;
using System.Globalization;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// The values of a pack's parameters for one evaluation: those that the pack declares, or others in their place.
/// Immutable; to change a parameter for everyone is to hand over another set.
/// </summary>
public sealed class ParameterSet
{
    private readonly ImmutableDictionary<ParameterSymbol, Value> _changed;

    private ParameterSet(ImmutableDictionary<ParameterSymbol, Value> changed) => _changed = changed;

    /// <summary>The parameters whose value differs from the declared one, by name.</summary>
    public IEnumerable<KeyValuePair<ParameterSymbol, Value>> Changed =>
        _changed.OrderBy(change => change.Key.Name, StringComparer.Ordinal);

    /// <summary>The values that the pack declares.</summary>
    public static ParameterSet Declared { get; } = new(ImmutableDictionary<ParameterSymbol, Value>.Empty);

    /// <summary>The value of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="day">The governing date; null: the latest value.</param>
    /// <exception cref="EvaluationFaultException">The parameter has no value yet on that day (CF2304).</exception>
    public Value On(ParameterSymbol parameter, DateOnly? day)
    {
        if (_changed.TryGetValue(parameter, out var changed))
        {
            return changed;
        }

        for (var place = parameter.Values.Count - 1; place >= 0; place--)
        {
            if (day is null || parameter.Values[place].From is not { } from || from <= day)
            {
                return parameter.Values[place].Value;
            }
        }

        var first = parameter.Values[0].From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
        throw new EvaluationFaultException(RulesCodes.ParameterHasNoValueYet, [parameter.Name, first]);
    }
}
