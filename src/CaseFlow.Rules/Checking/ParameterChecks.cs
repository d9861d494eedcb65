using System.Globalization;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF2305: a check that does not hold for some values of the parameters. Values may be dated, so a check is made on
/// each day on which one of the parameters that it reads changes.
/// </summary>
internal static class ParameterChecks
{
    /// <summary>Every check that a set of values breaks, once for each day from which it does.</summary>
    /// <param name="checks">The checks, without an error in them.</param>
    /// <param name="parameters">The values.</param>
    /// <param name="textOf">The text of a place.</param>
    public static IEnumerable<Diagnostic> Broken(
        IEnumerable<BoundCheck> checks, ParameterSet parameters, Func<SourceSpan, string> textOf) =>
        checks.SelectMany(check => Broken(check, parameters, textOf));

    private static IEnumerable<Diagnostic> Broken(
        BoundCheck check, ParameterSet parameters, Func<SourceSpan, string> textOf)
    {
        var read = ExpressionParts.All(check.Condition)
            .OfType<ParameterExpression>()
            .Select(parameter => parameter.Parameter)
            .Distinct()
            .ToList();
        var days = DaysOfChange(read);
        foreach (var day in days)
        {
            var sides = new CheckSides(parameters, day, textOf);
            if (sides.Holds(check.Condition))
            {
                continue;
            }

            var shown = ShortList.Of([.. sides.Of(check.Condition)]);
            yield return DiagnosticBag.Of(
                RulesCodes.CheckFailed,
                check.Span,
                textOf(check.Span),
                check.Because,
                days.Count > 1 ? Text(day) + ": " + shown : shown) with
            {
                Related = [.. read.Select(parameter => new RelatedPlace(parameter.Span, parameter.Name))],
                Law = LawText.Of(read.SelectMany(parameter => parameter.Cites)),
            };
        }
    }

    // Before the last of the first days some parameter has no value at all, and nothing can be said.
    private static List<DateOnly> DaysOfChange(List<ParameterSymbol> read)
    {
        var first = read.Select(parameter => parameter.Values[0].From ?? DateOnly.MinValue)
            .DefaultIfEmpty(DateOnly.MinValue)
            .Max();
        return
        [
            .. read.SelectMany(parameter => parameter.Values)
                .Select(value => value.From ?? DateOnly.MinValue)
                .Where(day => day > first)
                .Append(first)
                .Distinct()
                .Order(),
        ];
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
