using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF2204: durations compared or added that never have a unit in common. CF2209: working days without a calendar.
/// CF2208: months without a calendar that says what a month's end is, where the sum is seen to land on no real day;
/// where the date is a fact, it is told in the case. A deadline counts from any day of a month, so months without a
/// calendar are always in doubt there.
/// </summary>
internal sealed class UnitsCompared(DurationUnits units, Func<SourceSpan, string> textOf, DiagnosticBag findings)
{
    /// <summary>Checks an expression and everything inside it.</summary>
    public void Check(BoundExpression root)
    {
        foreach (var expression in ExpressionParts.All(root))
        {
            switch (expression)
            {
                case ComparisonBoundExpression comparison:
                    CheckPair(comparison.Left, comparison.Right, comparison.Span);
                    break;
                case MembershipBoundExpression membership:
                    CheckChoices(membership);
                    break;
                case ArithmeticBoundExpression { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } sum:
                    CheckPair(sum.Left, sum.Right, sum.Span);
                    break;
                case DateSumExpression { Calendar: null } sum:
                    CheckSum(sum);
                    break;
            }
        }
    }

    /// <summary>Checks a deadline without a calendar: it can count plain days only.</summary>
    public void Check(BoundDeadline deadline)
    {
        if (deadline.Calendar is not null || deadline.TermDecision is null)
        {
            return;
        }

        var possible = units.Of(deadline.TermDecision, deadline.TermOutput).Units;
        if (possible.Contains(DurationUnit.WorkingDay))
        {
            findings.Report(RulesCodes.CalendarNeeded, deadline.Span, deadline.Name);
        }
        else if (possible.Any(IsLong))
        {
            findings.Report(
                RulesCodes.NotARealSum,
                deadline.Span,
                textOf(deadline.Anchor.Span),
                deadline.TermDecision.Name + "." + deadline.TermOutput.Name);
        }
    }

    private void CheckChoices(MembershipBoundExpression membership)
    {
        foreach (var choice in membership.Choices)
        {
            CheckPair(membership.Operand, choice, choice.Span);
        }
    }

    private void CheckPair(BoundExpression left, BoundExpression right, SourceSpan span)
    {
        if (left.Type.Kind != TypeKind.Duration || right.Type.Kind != TypeKind.Duration)
        {
            return;
        }

        var (ofLeft, ofRight) = (units.Of(left), units.Of(right));
        var areKnown = ofLeft.IsAll && ofRight.IsAll && ofLeft.Units.Count > 0 && ofRight.Units.Count > 0;
        if (areKnown && !ofLeft.Units.Overlaps(ofRight.Units))
        {
            findings.Report(RulesCodes.UnitsDoNotCompare, span, textOf(left.Span), textOf(right.Span));
        }
    }

    private void CheckSum(DateSumExpression sum)
    {
        var possible = units.Of(sum.Duration).Units;
        if (possible.Contains(DurationUnit.WorkingDay))
        {
            findings.Report(RulesCodes.CalendarNeeded, sum.Span, textOf(sum.Span));
        }

        if (IsUnreal(sum))
        {
            findings.Report(RulesCodes.NotARealSum, sum.Span, textOf(sum.Date.Span), textOf(sum.Duration.Span));
        }
    }

    private static bool IsLong(DurationUnit unit) => unit is DurationUnit.Month or DurationUnit.Year;

    private static bool IsUnreal(DateSumExpression sum)
    {
        if (sum.Date is not ConstantExpression { Value: DateValue { Value: var date } }
            || sum.Duration is not ConstantExpression { Value: DurationValue { Value: var duration } }
            || !IsLong(duration.Unit))
        {
            return false;
        }

        var months = (long)duration.Count * (duration.Unit == DurationUnit.Year ? 12 : 1) * (sum.IsPlus ? 1 : -1);
        var month = (date.Year * 12L) + date.Month - 1 + months;
        var (year, inYear) = (month / 12, (int)(month % 12) + 1);
        var isInRange = month >= 12 && year <= DateOnly.MaxValue.Year;
        return !isInRange || date.Day > DateTime.DaysInMonth((int)year, inYear);
    }
}
