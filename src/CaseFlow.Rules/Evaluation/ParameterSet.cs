using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseFlow.Rules.Binding;
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

    /// <summary>The parameters that were given another value, be it the declared one once more, by name.</summary>
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

    /// <summary>This set with other values: JSON as `evaluate` writes values.</summary>
    /// <param name="pack">The pack whose parameters they are.</param>
    /// <param name="changes">By name or alias; a value holds on every day, in place of all dated ones.</param>
    /// <returns>
    /// The set, or all findings: CF2118 no such parameter, CF2202 and CF42xx not of its type, CF2303 out of its bounds
    /// or off its step, CF2305 a check of the pack fails.
    /// </returns>
    public ParameterSetResult With(BoundPack pack, IReadOnlyDictionary<string, JsonElement> changes)
    {
        var proposed = new ProposedParameters(pack);
        foreach (var (name, value) in changes)
        {
            proposed.Take(name, value);
        }

        return proposed.On(this);
    }

    /// <summary>This set with other values.</summary>
    /// <param name="pack">The pack whose parameters they are.</param>
    /// <param name="changes">By name or alias; a value holds on every day, in place of all dated ones.</param>
    /// <returns>The set, or all findings, as for JSON.</returns>
    public ParameterSetResult With(BoundPack pack, IReadOnlyDictionary<string, Value> changes)
    {
        var proposed = new ProposedParameters(pack);
        foreach (var (name, value) in changes)
        {
            proposed.Take(name, value);
        }

        return proposed.On(this);
    }

    /// <summary>
    /// `sha256:` and the hash over the values of all parameters of a pack, whether declared or changed: sets that
    /// decide alike have one hash, also in another run and on another machine.
    /// </summary>
    public string HashFor(BoundPack pack)
    {
        var text = new StringBuilder();
        foreach (var parameter in pack.Parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            text.Append(JsonSerializer.Serialize(parameter.Name));
            foreach (var (from, value) in ValuesOf(parameter))
            {
                text.Append(' ').Append(from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "always");
                text.Append('=').Append(ValueJson.Write(value)?.ToJsonString() ?? "null");
            }

            text.Append('\n');
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>This set with values that were examined.</summary>
    internal ParameterSet Changing(IEnumerable<KeyValuePair<ParameterSymbol, Value>> values) =>
        new(_changed.SetItems(values));

    private IEnumerable<(DateOnly? From, Value Value)> ValuesOf(ParameterSymbol parameter) =>
        _changed.TryGetValue(parameter, out var changed)
            ? [(null, changed)]
            : parameter.Values.Select(dated => (dated.From, dated.Value));
}
