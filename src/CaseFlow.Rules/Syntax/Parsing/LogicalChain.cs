using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>
/// Conditions joined by `and` and `or`. `and` binds tighter, but to write both without parentheses is an error that
/// shows the two readings: an officer's eye takes either.
/// </summary>
internal sealed class LogicalChain(TokenCursor cursor)
{
    private readonly List<ExpressionSyntax> _operands = [];
    private readonly List<bool> _isAnd = [];

    public void Add(ExpressionSyntax operand) => _operands.Add(operand);

    public void Join(bool isAnd, ExpressionSyntax operand)
    {
        _isAnd.Add(isAnd);
        _operands.Add(operand);
    }

    public ExpressionSyntax Build(int start)
    {
        if (_isAnd.Count == 0)
        {
            return _operands[0];
        }

        if (_isAnd.Distinct().Count() == 1)
        {
            return new LogicalExpression(_isAnd[0], _operands, cursor.SpanFrom(start));
        }

        var and = cursor.Table.Phrase(Keyword.And);
        var or = cursor.Table.Phrase(Keyword.Or);
        var span = cursor.SpanFrom(start);
        cursor.Report(new Diagnostic(
            RulesCodes.AndOrMixed,
            Severity.Error,
            span,
            [Reading(tight: true, and, or), Reading(tight: false, and, or), and, or])
        {
            Fixes = [Parenthesised(tight: true), Parenthesised(tight: false)],
        });
        return new LogicalExpression(IsAnd: false, [.. Runs(tight: true).Select(Conjunction)], span);
    }

    private static ExpressionSyntax Conjunction(List<ExpressionSyntax> run) =>
        run.Count == 1 ? run[0] : new LogicalExpression(IsAnd: true, run, run[0].Span.To(run[^1].Span));

    // The operands in runs of one operator: of `and` where `tight`, else of `or`.
    private List<List<ExpressionSyntax>> Runs(bool tight)
    {
        var runs = new List<List<ExpressionSyntax>> { new() { _operands[0] } };
        for (var i = 0; i < _isAnd.Count; i++)
        {
            if (_isAnd[i] != tight)
            {
                runs.Add([]);
            }

            runs[^1].Add(_operands[i + 1]);
        }

        return runs;
    }

    private TextFix Parenthesised(bool tight) => new(
    [
        .. Runs(tight).Where(run => run.Count > 1).SelectMany(run => new[]
        {
            new TextEdit(cursor.At(run[0].Span.Start), "("),
            new TextEdit(cursor.At(run[^1].Span.End), ")"),
        }),
    ]);

    private string Reading(bool tight, string and, string or)
    {
        var (inner, outer) = tight ? (and, or) : (or, and);
        var groups = Runs(tight).Select(run =>
        {
            var joined = ShortList.Of([.. run.Select(operand => cursor.Quote(operand.Span))], $" {inner} ");
            return run.Count > 1 ? $"({joined})" : joined;
        });
        return ShortList.Of([.. groups], $" {outer} ");
    }
}
