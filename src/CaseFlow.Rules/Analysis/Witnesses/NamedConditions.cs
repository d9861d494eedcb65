using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>A condition of the author's own that says in a word what facts say in many.</summary>
/// <param name="Expression">A definition, or a comparison.</param>
/// <param name="Yes">Where it holds.</param>
/// <param name="No">Where it does not.</param>
/// <param name="Levels">The variables that it hangs on.</param>
internal sealed record NamedCondition(BoundExpression Expression, int Yes, int No, IReadOnlyList<int> Levels);

/// <summary>Lists the conditions of a decision that hang on more than one variable.</summary>
internal static class NamedConditions
{
    // A gap is told by a handful of the author's conditions, or by facts.
    private const int Most = 24;

    /// <summary>The conditions, those that say most first.</summary>
    public static IReadOnlyList<NamedCondition> Of(DecisionCases cases) =>
    [
        .. cases.Decision.Rules
            .SelectMany(rule => rule.Versions)
            .Select(version => version.When)
            .Append(cases.Decision.Applies)
            .OfType<BoundExpression>()
            .SelectMany(ExpressionParts.All)
            .Where(IsNamed)
            .DistinctBy(Conditions.ExpressionKey.Of)
            .Select(condition => Read(cases, condition))
            .Where(condition => condition.Levels.Count > 1)
            .OrderByDescending(condition => condition.Levels.Count)
            .Take(Most),
    ];

    private static bool IsNamed(BoundExpression expression) => expression
        is DefinitionExpression { Type.Kind: TypeKind.Boolean }
        or ComparisonBoundExpression
        {
            Left: FactExpression or OutputExpression or DefinitionExpression,
            Right: FactExpression or OutputExpression or DefinitionExpression or ConstantExpression
                or ParameterExpression,
        };

    private static NamedCondition Read(DecisionCases cases, BoundExpression condition)
    {
        var truth = cases.Reader.Truth(condition);
        return new NamedCondition(condition, truth.Yes, truth.No, cases.Space.LevelsOf(truth.Yes));
    }
}
