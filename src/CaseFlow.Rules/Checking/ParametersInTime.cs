using System.Globalization;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF2304: a rule that reads a dated parameter on days before its first value. A rule that is never in force later can
/// never be computed: an error. One that is in force earlier as well has no answer on those days, and that is told in
/// the case; here it is a warning.
/// </summary>
internal sealed class ParametersInTime(DiagnosticBag findings)
{
    private readonly Dictionary<DefinitionSymbol, IReadOnlyList<ParameterSymbol>> _read = [];

    /// <summary>Checks the rules of a decision.</summary>
    public void Check(BoundDecision decision)
    {
        foreach (var rule in decision.Rules.DistinctBy(rule => rule.Span))
        {
            foreach (var version in rule.Versions)
            {
                Check(rule, version);
            }
        }
    }

    private void Check(BoundRule rule, BoundVersion version)
    {
        var parts = version.When is { } when ? version.Values.Prepend(when) : version.Values;
        foreach (var parameter in parts.SelectMany(ReadIn).Distinct())
        {
            if (parameter.Values is [{ From: { } first }, ..] && version.Period.From < first)
            {
                var isNeverLater = version.Period.Before is { } before && before <= first;
                findings.Add(new Diagnostic(
                    RulesCodes.ParameterHasNoValueYet,
                    isNeverLater ? Severity.Error : Severity.Warning,
                    version.Span,
                    [parameter.Name, first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)])
                {
                    Related = [new RelatedPlace(parameter.Span, parameter.Name)],
                });
            }
        }
    }

    private IEnumerable<ParameterSymbol> ReadIn(BoundExpression root) =>
        ExpressionParts.All(root).SelectMany(part => part switch
        {
            ParameterExpression parameter => [parameter.Parameter],
            DefinitionExpression definition => ReadIn(definition.Definition),
            _ => Enumerable.Empty<ParameterSymbol>(),
        });

    // Empty while it is being found: definitions that read each other in a circle have their own finding.
    private IReadOnlyList<ParameterSymbol> ReadIn(DefinitionSymbol definition)
    {
        if (!_read.TryGetValue(definition, out var read))
        {
            _read[definition] = [];
            read = [.. ReadIn(definition.Value).Distinct()];
            _read[definition] = read;
        }

        return read;
    }
}
