using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF2304: a rule that reads a dated parameter on days before its first value. A rule that is never in force later can
/// never be computed: an error. One that is in force earlier as well has no answer on those days, and that is told in
/// the case; here it is a warning.
/// </summary>
internal sealed class ParametersInTime
{
    private readonly Dictionary<DefinitionSymbol, IReadOnlyList<ParameterSymbol>> _read = [];
    private readonly WrittenRules _written;
    private readonly DiagnosticBag _findings;

    /// <summary>Looks at the definitions first, each after those it reads: a chain of them may be long.</summary>
    public ParametersInTime(IEnumerable<DefinitionSymbol> definitions, WrittenRules written, DiagnosticBag findings)
    {
        _written = written;
        _findings = findings;
        foreach (var definition in definitions)
        {
            _read[definition] = [.. ReadIn(definition.Value).Distinct()];
        }
    }

    /// <summary>Checks the rules of a decision.</summary>
    public void Check(BoundDecision decision)
    {
        foreach (var version in decision.Rules.DistinctBy(rule => rule.Span).SelectMany(rule => rule.Versions))
        {
            var parts = version.When is { } when ? version.Values.Prepend(when) : version.Values;
            foreach (var parameter in parts.SelectMany(ReadIn).Distinct())
            {
                Check(parameter, version);
            }
        }
    }

    private void Check(ParameterSymbol parameter, BoundVersion version)
    {
        if (parameter.Values is not [{ From: { } first }, ..] || version.Period.From >= first)
        {
            return;
        }

        var isNeverLater = version.Period.Before is { } before && before <= first;
        _findings.Add(DiagnosticBag.Of(
            RulesCodes.ParameterHasNoValueYet, version.Span, parameter, PeriodBinder.Day(first)) with
        {
            Severity = isNeverLater ? Severity.Error : Severity.Warning,
            Related = [new RelatedPlace(parameter.Span, parameter.Name)],
            Law = LawText.Of(version.Cites),
            Fixes = isNeverLater ? [] : BeginOn(first, version),
        });
    }

    // The rule begins with the parameter: sooner it has no answer anyway. One of several versions leaves a gap then.
    private IReadOnlyList<TextFix> BeginOn(DateOnly first, BoundVersion version)
    {
        if (_written.At(version.Span) is not var (rule, module) || rule.Versions is not [var body])
        {
            return [];
        }

        if (body.Period is { } period)
        {
            return [Fixing.Replace(period.FromSpan, PeriodBinder.Day(first))];
        }

        var end = version.Period.Before is { } before ? PeriodFixes.Ending(before, module) : "";
        return body.Cites.Count == 0
            ? []
            :
            [
                Fixing.After(
                    body.Cites[^1].Span, $" {module.Phrase(Keyword.From)} {PeriodBinder.Day(first)}{end}"),
            ];
    }

    // Nothing for a definition not looked at yet: those that read each other in a circle have their own finding.
    private IEnumerable<ParameterSymbol> ReadIn(BoundExpression root) =>
        ExpressionParts.All(root).SelectMany(part => part switch
        {
            ParameterExpression parameter => [parameter.Parameter],
            DefinitionExpression definition => _read.GetValueOrDefault(definition.Definition, []),
            _ => Enumerable.Empty<ParameterSymbol>(),
        });
}
