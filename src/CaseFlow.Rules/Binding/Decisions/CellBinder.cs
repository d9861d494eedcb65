using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Turns the condition cells of a row into one condition over the columns' expressions.</summary>
internal sealed class CellBinder(ExpressionBinder expressions)
{
    /// <summary>The condition of a row, or null where every cell is `-`.</summary>
    public BoundExpression? Condition(TableSyntax table, TableRowSyntax row, ExpressionScope scope)
    {
        var conditions = new List<BoundExpression>();
        foreach (var (column, cell) in table.Conditions.Zip(row.Cells))
        {
            if (cell.Tests.Count > 0)
            {
                var bound = Cell(column, cell, scope);
                conditions.Add(bound);
                scope = scope.With(Recorded.WhenTrue(bound));
            }
        }

        return conditions.Count switch
        {
            0 => null,
            1 => conditions[0],
            _ => new LogicalBoundExpression(true, conditions, row.Span),
        };
    }

    private BoundExpression Cell(ExpressionSyntax column, CellSyntax cell, ExpressionScope scope)
    {
        var value = expressions.Bind(column, scope);
        if (value.Type.Kind == TypeKind.Error)
        {
            return new ErrorBoundExpression(cell.Span);
        }

        var tests = cell.Tests.Select(test => Test(column, value, test, scope)).ToList();
        var any = tests.Count == 1 ? tests[0] : AnyOf(tests, cell);
        return cell.Negated ? new NotBoundExpression(any, cell.Span) : any;
    }

    private static BoundExpression AnyOf(List<BoundExpression> tests, CellSyntax cell)
    {
        var isList = tests.TrueForAll(
            test => test is ComparisonBoundExpression { Operator: ComparisonOperator.Equal });
        if (!isList)
        {
            return new LogicalBoundExpression(false, tests, cell.Span);
        }

        var comparisons = tests.ConvertAll(test => (ComparisonBoundExpression)test);
        return new MembershipBoundExpression(
            comparisons[0].Left, [.. comparisons.Select(comparison => comparison.Right)], cell.Span);
    }

    private BoundExpression Test(
        ExpressionSyntax column, BoundExpression value, CellTestSyntax test, ExpressionScope scope) => test switch
    {
        CompareTest compare =>
            expressions.Compare(value, (compare.Operator, compare.Value, compare.Span), column.Span, scope),
        RangeTest range => Range(column, value, range, scope),
        MissingTest missing => new MissingTestBoundExpression(value, missing.IsRecorded, missing.Span),
        _ => new ErrorBoundExpression(test.Span),
    };

    private LogicalBoundExpression Range(
        ExpressionSyntax column, BoundExpression value, RangeTest range, ExpressionScope scope)
    {
        var above = range.LowInclusive ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.Greater;
        var below = range.HighInclusive ? ComparisonOperator.LessOrEqual : ComparisonOperator.Less;
        return new LogicalBoundExpression(
            true,
            [
                expressions.Compare(value, (above, range.Low, range.Span), column.Span, scope),
                expressions.Compare(value, (below, range.High, range.Span), column.Span, scope),
            ],
            range.Span);
    }
}
