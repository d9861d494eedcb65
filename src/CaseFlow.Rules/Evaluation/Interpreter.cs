using System.Globalization;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Walks an expression of the intermediate form: the reference that every faster path is compared with.
/// </summary>
internal sealed partial class Interpreter(IReadings readings)
{
    private int _depth;

    /// <summary>Told of what is read and counted; null where nobody asks.</summary>
    public IEvaluationObserver? Observer { get; init; }

    /// <summary>The value of an expression.</summary>
    /// <exception cref="EvaluationFaultException">The case has no answer: division by zero, past the holiday data,
    /// overflow.</exception>
    public Value Evaluate(BoundExpression expression, Scope scope)
    {
        if (++_depth > EvaluationLimits.Depth)
        {
            _depth--;
            throw new EvaluationFaultException(
                RulesCodes.ReadsTooDeep, [EvaluationLimits.Depth.ToString(CultureInfo.InvariantCulture)]);
        }

        try
        {
            return Dispatch(expression, scope);
        }
        finally
        {
            _depth--;
        }
    }

    private Value Dispatch(BoundExpression expression, Scope scope) => expression switch
    {
        ConstantExpression constant => constant.Value,
        FactExpression fact => readings.Fact(fact.Fact),
        ComparisonBoundExpression comparison => ValueComparison.Compare(
            comparison.Operator, Evaluate(comparison.Left, scope), Evaluate(comparison.Right, scope)),
        LogicalBoundExpression logical => Logical(logical, scope),
        NotBoundExpression not => Kleene.Not(Kleene.Truth(Evaluate(not.Operand, scope))),
        DefinitionExpression or ParameterExpression
            when scope.OpenDay is { } open && LawDayReads.HangsOnDay(expression) => open,
        DefinitionExpression definition => readings.Definition(definition.Definition, scope.GoverningDate),
        OutputExpression output => Output(output),
        FieldExpression field => Field(field, scope),
        ParameterExpression parameter => readings.Parameter(parameter.Parameter, scope.GoverningDate),
        InputExpression input => readings.Input(input.Input),
        CaseExpression property => readings.Case(property),
        TodayBoundExpression => readings.Today(),
        ElementExpression element => Element(element, scope),
        MembershipBoundExpression membership => Membership(membership, scope),
        MissingTestBoundExpression test => MissingTest(test, scope),
        ConditionalBoundExpression conditional => Conditional(conditional, scope),
        ArithmeticBoundExpression arithmetic => Arithmetic(arithmetic, scope),
        DateSumExpression sum => DateSum(sum, scope),
        SpanBoundExpression span => Span(span, scope),
        QuantifierBoundExpression quantifier => Quantifier(quantifier, scope),
        CountBoundExpression count => Count(count, scope),
        CountTrueBoundExpression count => CountTrue(count, scope),
        AggregateBoundExpression { Kind: AggregateKind.Total } total => TotalOf(total, scope),
        AggregateBoundExpression extreme => ExtremeOf(extreme, scope),
        MentionsBoundExpression mentions => Mentions(mentions, scope),
        _ => throw new InvalidOperationException("An expression with an error reached evaluation."),
    };

    private Value Output(OutputExpression output)
    {
        _depth += EvaluationLimits.DepthOfDecision;
        try
        {
            return readings.Output(output.Decision, output.Output);
        }
        finally
        {
            _depth -= EvaluationLimits.DepthOfDecision;
        }
    }

    private Value Arithmetic(ArithmeticBoundExpression arithmetic, Scope scope) => ValueArithmetic.Apply(
        arithmetic.Operator,
        Evaluate(arithmetic.Left, scope),
        Evaluate(arithmetic.Right, scope),
        () => ExpressionText.Of(arithmetic));

    private Value Logical(LogicalBoundExpression logical, Scope scope)
    {
        Value result = BooleanValue.Of(logical.IsAnd);
        for (var index = 0; index < logical.Operands.Count; index++)
        {
            var value = Kleene.Truth(Evaluate(logical.Operands[index], scope));
            result = logical.IsAnd ? Kleene.And(result, value) : Kleene.Or(result, value);
            if (result is BooleanValue known && known.Value != logical.IsAnd)
            {
                break;
            }
        }

        return result;
    }

    private Value Membership(MembershipBoundExpression membership, Scope scope)
    {
        var value = Evaluate(membership.Operand, scope);
        Value result = BooleanValue.No;
        foreach (var choice in membership.Choices)
        {
            var isChoice = ValueComparison.Compare(ComparisonOperator.Equal, value, Evaluate(choice, scope));
            result = Kleene.Or(result, isChoice);
        }

        return result;
    }

    private Value MissingTest(MissingTestBoundExpression test, Scope scope)
    {
        var value = Evaluate(test.Operand, scope);
        return value is UnknownValue ? value : BooleanValue.Of(value is MissingValue != test.IsRecorded);
    }

    private Value Conditional(ConditionalBoundExpression conditional, Scope scope)
    {
        var condition = Kleene.Truth(Evaluate(conditional.Condition, scope));
        if (condition is not UnknownValue unknown)
        {
            var isThen = Kleene.IsTrue(condition);
            Observer?.BranchTaken(conditional, isThen);
            return Evaluate(isThen ? conditional.Then : conditional.Else, scope);
        }

        var (then, otherwise) = (Attempt(conditional.Then, scope), Attempt(conditional.Else, scope));
        if (then is null || otherwise is null)
        {
            return unknown;
        }

        var open = Kleene.Join(then, otherwise) is { } branches ? unknown.With(branches) : unknown;
        return Kleene.IsTrue(ValueComparison.AreEqual(then, otherwise))
            ? then
            : open with { Range = NumberRanges.Hull(then, otherwise) };
    }

    private Value Mentions(MentionsBoundExpression mentions, Scope scope) => Evaluate(mentions.Text, scope) switch
    {
        TextValue text => BooleanValue.Of(readings.Mentions(mentions, text.Value)),
        UnknownValue unknown => unknown,
        _ => BooleanValue.No,
    };

    // A fault in a branch that may never be reached is no fault yet: the branch is open, as its condition is.
    private Value? Attempt(BoundExpression expression, Scope scope)
    {
        try
        {
            return Evaluate(expression, scope);
        }
        catch (EvaluationFaultException fault) when (!fault.IsOfDepth)
        {
            return null;
        }
    }

    private Value DateSum(DateSumExpression sum, Scope scope)
    {
        var (date, duration) = (Evaluate(sum.Date, scope), Evaluate(sum.Duration, scope));
        if (Kleene.Join(date, duration) is { } unknown)
        {
            return unknown with { Range = null };
        }

        if (date is not DateValue day || duration is not DurationValue length)
        {
            return MissingValue.Instance;
        }

        var counted = Counted(day.Value, length.Value, sum.IsPlus, readings.Calendar(sum.Calendar));
        Observer?.DateCounted(sum, day.Value, counted);
        return new DateValue(counted.LastDay, counted.Certainty > day.Certainty ? counted.Certainty : day.Certainty);
    }

    // Less than nothing forward is so much back, and the other way round.
    internal static CountedTerm Counted(DateOnly day, RuleDuration length, bool isPlus, WorkingCalendar? calendar)
    {
        if (length.Count == int.MinValue)
        {
            throw new EvaluationFaultException(RulesCodes.NumberOutOfRange, [length.ToString()]);
        }

        var absolute = length with { Count = Math.Abs(length.Count) };
        return isPlus == length.Count >= 0
            ? TermCount.Forward(day, [absolute], [], calendar)
            : TermCount.Back(day, absolute, calendar);
    }

    private Value Span(SpanBoundExpression span, Scope scope)
    {
        var (from, to) = (Evaluate(span.From, scope), Evaluate(span.To, scope));
        if (Kleene.Join(from, to) is { } unknown)
        {
            return unknown;
        }

        return from is DateValue a && to is DateValue b
            ? new NumberValue(DateSpan.Count(span.Unit, a.Value, b.Value, readings.Calendar(span.Calendar)))
            : MissingValue.Instance;
    }
}
