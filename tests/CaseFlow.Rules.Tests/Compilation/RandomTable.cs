using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>Random decision tables: the same few expressions tested by every row, by cells of every form.</summary>
internal sealed class RandomTable(Random random, RandomExpressions expressions)
{
    private static readonly TypeKind[] Kinds =
    [
        TypeKind.Boolean, TypeKind.Number, TypeKind.Date, TypeKind.Enum, TypeKind.Enum, TypeKind.Money, TypeKind.Text,
        TypeKind.Duration,
    ];

    /// <summary>What the rows ask; null for a row of dashes.</summary>
    public List<BoundExpression?> Rows(int count)
    {
        var columns = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Column()).ToList();
        return [.. Enumerable.Range(0, count).Select(_ => Row(columns))];
    }

    // Mostly facts, sometimes something that is computed first.
    private BoundExpression Column()
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        return random.Next(4) == 0 ? expressions.Of(kind, 2) : expressions.Leaf(kind);
    }

    private BoundExpression? Row(List<BoundExpression> columns)
    {
        var tests = columns.Select(Cell).OfType<BoundExpression>().ToList();
        return tests.Count switch
        {
            0 => null,
            1 => tests[0],
            _ => new LogicalBoundExpression(true, tests, Nowhere),
        };
    }

    private BoundExpression? Cell(BoundExpression column)
    {
        var cell = random.Next(10) switch
        {
            0 or 1 or 2 => null,
            3 => new MissingTestBoundExpression(column, random.Next(2) == 0, Nowhere),
            4 or 5 => Between(column),
            6 => new MembershipBoundExpression(column, [Cut(column), Cut(column)], Nowhere),
            7 => new LogicalBoundExpression(
                false, [Compare(column, IsOrdered(column)), Compare(column, IsOrdered(column))], Nowhere),
            _ => Compare(column, IsOrdered(column) && random.Next(2) == 0),
        };
        return cell is not null && random.Next(8) == 0 ? new NotBoundExpression(cell, Nowhere) : cell;
    }

    private BoundExpression Between(BoundExpression column) => IsOrdered(column)
        ? new LogicalBoundExpression(
            true,
            [
                new ComparisonBoundExpression(
                    random.Next(2) == 0 ? ComparisonOperator.Greater : ComparisonOperator.GreaterOrEqual,
                    column, Cut(column), Nowhere),
                new ComparisonBoundExpression(
                    random.Next(2) == 0 ? ComparisonOperator.Less : ComparisonOperator.LessOrEqual,
                    column, Cut(column), Nowhere),
            ],
            Nowhere)
        : Compare(column, false);

    private ComparisonBoundExpression Compare(BoundExpression column, bool inOrder) => new(
        inOrder ? (ComparisonOperator)random.Next(6) : ComparisonOperator.Equal, column, Cut(column), Nowhere);

    // A constant, sometimes a parameter or another fact.
    private BoundExpression Cut(BoundExpression column) =>
        random.Next(8) == 0 ? expressions.Leaf(column.Type.Kind) : expressions.Constant(column.Type.Kind);

    private static bool IsOrdered(BoundExpression column) =>
        column.Type.Kind is not (TypeKind.Boolean or TypeKind.Text);
}
