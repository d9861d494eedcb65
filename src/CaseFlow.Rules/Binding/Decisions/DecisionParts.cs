using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Lists the expressions of a decision.</summary>
internal static class DecisionParts
{
    /// <summary>Every expression that deciding may read.</summary>
    public static IEnumerable<BoundExpression> Of(BoundDecision decision)
    {
        var rules = decision.Rules
            .SelectMany(rule => rule.Versions)
            .SelectMany(version => version.When is { } when ? version.Values.Prepend(when) : version.Values);
        var transitions = decision.Transitions.SelectMany(clause => new[] { clause.When, clause.LawDate });
        IEnumerable<BoundExpression> own = decision.Applies is { } applies
            ? [decision.GoverningDate, applies]
            : [decision.GoverningDate];
        IEnumerable<BoundExpression> clamp = decision.Clamp is { } bounds ? [bounds.Low, bounds.High] : [];
        return own.Concat(clamp).Concat(transitions).Concat(rules).Concat(decision.Otherwise?.Values ?? []);
    }

    /// <summary>Every expression that gives an output.</summary>
    public static IEnumerable<BoundExpression> ValuesOf(BoundDecision decision, OutputSymbol output) => decision.Rules
        .SelectMany(rule => rule.Versions)
        .Select(version => version.Values)
        .Append(decision.Otherwise?.Values ?? [])
        .Where(values => values.Count > output.Index)
        .Select(values => values[output.Index]);
}
