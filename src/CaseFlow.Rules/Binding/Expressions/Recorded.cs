using System.Collections.Immutable;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>
/// What a condition tells about values being recorded. Comparing with missing is false except where both are missing,
/// so a comparison that holds tells that its sides are recorded.
/// </summary>
internal static class Recorded
{
    // Definitions that read each other deeper than this are no longer followed (or stand in a circle, which is
    // reported).
    private const int DeepestDefinition = 50;

    // Definitions that branch into one another double the ways at each step; of more ways than these none is followed.
    private const int MostFollowed = 1_000;

    private static readonly ImmutableHashSet<string> Nothing = [];

    /// <summary>A key that two readings of one value share; null for what is computed.</summary>
    public static string? KeyOf(BoundExpression expression) => expression switch
    {
        FactExpression fact => "fact " + fact.Fact.Path,
        FieldExpression field => KeyOf(field.Target) is { } target ? target + "." + field.Field.Name : null,
        DefinitionExpression definition => "define " + definition.Definition.Name,
        OutputExpression output => "output " + output.Decision.Name + "." + output.Output.Name,
        InputExpression input => "input " + input.Input.Name,
        ElementExpression element => "element " + element.Variable.Name,
        CaseExpression property => "case " + property.Property + " " + property.Deadline,
        _ => null,
    };

    /// <summary>The keys that a governing date settles: itself, and the date inside a sum.</summary>
    public static IEnumerable<string> InDate(BoundExpression date)
    {
        if (date is DateSumExpression sum)
        {
            return InDate(sum.Date).Concat(InDate(sum.Duration));
        }

        return KeyOf(date) is { } key ? [key] : [];
    }

    /// <summary>What is recorded where the condition holds.</summary>
    public static ImmutableHashSet<string> WhenTrue(BoundExpression condition) => condition switch
    {
        MissingTestBoundExpression test => test.IsRecorded ? Key(test.Operand) : Nothing,
        NotBoundExpression not => WhenFalse(not.Operand),
        LogicalBoundExpression { IsAnd: true } all => All(all.Operands.Select(WhenTrue)),
        LogicalBoundExpression any => Common(any.Operands.Select(WhenTrue)),
        ComparisonBoundExpression comparison => InComparison(comparison),
        MembershipBoundExpression member when !member.Choices.Any(CanMiss) => Key(member.Operand),
        MentionsBoundExpression mentions => Key(mentions.Text),
        _ => Key(condition),
    };

    /// <summary>What is recorded where the condition is false.</summary>
    public static ImmutableHashSet<string> WhenFalse(BoundExpression condition) => condition switch
    {
        MissingTestBoundExpression test => test.IsRecorded ? Nothing : Key(test.Operand),
        NotBoundExpression not => WhenTrue(not.Operand),
        LogicalBoundExpression { IsAnd: true } all => Common(all.Operands.Select(WhenFalse)),
        LogicalBoundExpression any => All(any.Operands.Select(WhenFalse)),
        _ => Nothing,
    };

    /// <summary>
    /// Whether a value is surely there, given the keys of what is known to be recorded; looks through definitions.
    /// </summary>
    public static bool IsSure(BoundExpression value, ImmutableHashSet<string> known)
    {
        var left = MostFollowed;
        return IsSure(value, known, 0, ref left);
    }

    private static bool IsSure(BoundExpression value, ImmutableHashSet<string> known, int depth, ref int left)
    {
        if (!value.Type.Optional || KeyOf(value) is { } key && known.Contains(key))
        {
            return true;
        }

        return --left > 0 && value switch
        {
            DefinitionExpression definition => depth < DeepestDefinition
                && definition.Definition.Value is not ErrorBoundExpression
                && IsSure(definition.Definition.Value, known, depth + 1, ref left),
            ConditionalBoundExpression conditional => IsSure(conditional, known, depth, ref left),
            _ => false,
        };
    }

    private static bool IsSure(
        ConditionalBoundExpression conditional, ImmutableHashSet<string> known, int depth, ref int left)
    {
        var then = IsSure(conditional.Then, known.Union(WhenTrue(conditional.Condition)), depth, ref left);
        return then
            && (IsKnownTrue(conditional.Condition, known)
                || IsSure(conditional.Else, known.Union(WhenFalse(conditional.Condition)), depth, ref left));
    }

    private static bool IsKnownTrue(BoundExpression condition, ImmutableHashSet<string> known) =>
        condition switch
        {
            MissingTestBoundExpression { IsRecorded: true } test =>
                KeyOf(test.Operand) is { } key && known.Contains(key),
            LogicalBoundExpression { IsAnd: true } all => all.Operands.All(operand => IsKnownTrue(operand, known)),
            LogicalBoundExpression any => any.Operands.Any(operand => IsKnownTrue(operand, known)),
            _ => false,
        };

    private static ImmutableHashSet<string> InComparison(ComparisonBoundExpression comparison) =>
        comparison.Operator switch
    {
        ComparisonOperator.NotEqual => Nothing,
        ComparisonOperator.Equal => EqualSides(comparison.Left, comparison.Right),
        _ => Key(comparison.Left).Union(Key(comparison.Right)),
    };

    private static ImmutableHashSet<string> EqualSides(BoundExpression left, BoundExpression right) =>
        CanMiss(left) && CanMiss(right) ? Nothing : Key(left).Union(Key(right));

    // An output reads as missing where its decision does not apply, whatever its type.
    private static bool CanMiss(BoundExpression side) => side.Type.Optional || side is OutputExpression;

    private static ImmutableHashSet<string> Key(BoundExpression expression) =>
        KeyOf(expression) is { } key && expression.Type.Kind != TypeKind.Error ? [key] : Nothing;

    private static ImmutableHashSet<string> All(IEnumerable<ImmutableHashSet<string>> parts) =>
        parts.Aggregate(Nothing, (known, part) => known.Union(part));

    private static ImmutableHashSet<string> Common(IEnumerable<ImmutableHashSet<string>> parts) =>
        parts.DefaultIfEmpty(Nothing).Aggregate((known, part) => known.Intersect(part));
}
