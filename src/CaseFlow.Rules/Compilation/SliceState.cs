using System.Diagnostics.CodeAnalysis;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Compilation.Index;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Compilation;

/// <summary>
/// The rules of a decision in a slice of time and with some values of the parameters: the index of their tests, the
/// graph of their exceptions, and the outcomes given so far.
/// </summary>
internal sealed class SliceState
{
    private readonly ulong[] _inForce;
    private readonly Column[] _columns;
    private readonly RuleGraph _graph;
    private readonly AnswerShelf _answers;
    private readonly bool _isLeft;

    /// <summary>Builds the index.</summary>
    public SliceState(DecisionCode decision, SliceCode slice, ParameterBlock parameters)
    {
        var rules = slice.Rules;
        _inForce = new ulong[Bits.Words(rules.Rules.Length)];
        for (var index = 0; index < rules.Rules.Length; index++)
        {
            Bits.Put(_inForce, index, rules.Rules[index].Version is not null);
        }

        _graph = new RuleGraph(decision, rules);
        _answers = new AnswerShelf(decision, slice, parameters);
        _isLeft = !TryColumns(decision, slice, parameters, out var columns);
        _columns = columns ?? [];
    }

    /// <summary>The outcome of a case; null where the interpreter must find it.</summary>
    public DecisionOutcome? Decide(Frame frame, FoundDay day)
    {
        if (_isLeft)
        {
            return null;
        }

        var words = _inForce.Length;
        Span<ulong> sets = stackalloc ulong[words * RuleGraph.Sets];
        var certain = sets[..words];
        var possible = sets[words..(words * 2)];
        _inForce.CopyTo(certain);
        _inForce.CopyTo(possible);
        foreach (var column in _columns)
        {
            column.Narrow(frame, certain, possible);
        }

        _graph.Resolve(frame, sets);
        return frame.GivesUp ? null : _answers.Give(sets[..(words * 2)], day, frame);
    }

    // A parameter without a value on these days, or values that cannot be told apart in regions, leave the slice to
    // the interpreter.
    private static bool TryColumns(
        DecisionCode decision, SliceCode slice, ParameterBlock parameters, [NotNullWhen(true)] out Column[]? columns)
    {
        try
        {
            columns = ColumnsOf(decision, slice, parameters);
        }
        catch (EvaluationFaultException)
        {
            columns = null;
        }

        return columns is not null;
    }

    private static Column[]? ColumnsOf(DecisionCode decision, SliceCode slice, ParameterBlock parameters)
    {
        var rules = slice.Rules.Rules;
        var tests = new Dictionary<Binding.Expressions.BoundExpression, ColumnTests>(Sameness.Of);
        for (var index = 0; index < rules.Length; index++)
        {
            foreach (var (operand, condition) in TestsOf(decision, rules[index]))
            {
                if (!tests.TryGetValue(operand, out var ofOperand))
                {
                    ofOperand = new ColumnTests(operand, rules.Length, parameters.Set, slice.Day);
                    tests.Add(operand, ofOperand);
                }

                ofOperand.Add(index, condition);
            }
        }

        var columns = tests.Values
            .OrderBy(test => test.Operand is not Binding.Expressions.FactExpression)
            .Select(test => Column.Of(test, decision))
            .ToList();
        return columns.TrueForAll(column => column is not null) ? [.. columns!] : null;
    }

    private static IReadOnlyList<(Binding.Expressions.BoundExpression Operand, Binding.Expressions.BoundExpression
        Condition)> TestsOf(DecisionCode decision, SlicedRule rule) =>
        rule.Version is { } version ? decision.CodeOf(version).Tests : [];
}
