using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>A random pack and its facts as text, for whoever must find out why two executors differ.</summary>
internal static class RandomPackText
{
    public static string Of(BoundPack pack, BoundDecision decision) => string.Join('\n', [
        .. pack.Definitions.Select(definition =>
            $"define {definition.Name} {definition.Period} as {Text(definition.Value)}"),
        $"decision {decision.Symbol.Name} {decision.Policy} by date {Text(decision.GoverningDate)} "
            + $"applies {Text(decision.Applies)}",
        .. decision.Transitions.Select(clause =>
            $"transitional when {Text(clause.When)} law of {Text(clause.LawDate)}"),
        .. decision.Rules.Select(rule => $"{rule.Name} to {string.Join(',', rule.Parents)} {rule.Regardless} "
            + string.Join(" | ", rule.Versions.Select(version => $"{version.Period} when {Text(version.When)} then "
                + (version.IsBlocker ? "blocks" : string.Join(", ", version.Values.Select(Text)))))),
        "otherwise " + string.Join(", ", decision.Otherwise?.Values.Select(Text) ?? []),
    ]);

    public static string Of(CaseFacts facts) =>
        string.Join('\n', facts.Known.Select(fact => fact.Key.Path + " = " + fact.Value));

    private static string Text(BoundExpression? expression) => expression is null ? "-" : ExpressionText.Of(expression);
}
