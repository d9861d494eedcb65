using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF2204: durations compared or added that never have a unit in common; CF2205: the same of money. CF2209: working
/// days without a calendar. CF2208: months without a calendar that says what a month's end is, where the sum is seen to
/// land on no real day; where the date is a fact, it is told in the case. A deadline counts from any day of a month, so
/// months without a calendar are always in doubt there.
/// </summary>
internal sealed class UnitsCompared(BoundPack pack, ModuleTexts texts, DiagnosticBag findings)
{
    private readonly PossibleUnits<DurationUnit> _units = new(
        pack, TypeKind.Duration, value => value is DurationValue duration ? [duration.Value.Unit] : []);

    private readonly PossibleUnits<string> _currencies = new(
        pack, TypeKind.Money, value => value is MoneyValue money ? [money.Currency] : []);

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

    /// <summary>Checks that the amounts of a sum, and the values of which the highest is taken, go together.</summary>
    public void Check(BoundDecision decision)
    {
        if (decision.Policy is not (HitPolicy.Sum or HitPolicy.Highest or HitPolicy.Lowest))
        {
            return;
        }

        var values = decision.Rules.DistinctBy(rule => rule.Span)
            .SelectMany(rule => rule.Versions)
            .SelectMany(version => version.Values)
            .Concat(decision.Clamp is { } clamp ? [clamp.Low, clamp.High] : [])
            .ToList();
        foreach (var value in values.Skip(1))
        {
            CheckPair(values[0], value, value.Span);
        }
    }

    /// <summary>Checks a deadline without a calendar: it can count plain days only.</summary>
    public void Check(BoundDeadline deadline)
    {
        if (deadline.Calendar is not null || deadline.TermDecision is null)
        {
            return;
        }

        var possible = _units.Of(deadline.TermDecision, deadline.TermOutput).Units;
        if (possible.Contains(DurationUnit.WorkingDay))
        {
            findings.Add(DiagnosticBag.Of(RulesCodes.CalendarNeeded, deadline.Span, deadline.Name) with
            {
                Fixes = texts.OnCalendar(deadline.Anchor.Span),
            });
        }
        else if (possible.Any(IsLong))
        {
            var term = deadline.TermDecision.Name + "." + deadline.TermOutput.Name;
            findings.Add(DiagnosticBag.Of(
                RulesCodes.NotARealSum, deadline.Span, texts.Of(deadline.Anchor.Span), term) with
            {
                Fixes = texts.OnCalendar(deadline.Anchor.Span),
            });
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
        var code = (left.Type.Kind, right.Type.Kind) switch
        {
            (TypeKind.Duration, TypeKind.Duration) when AreApart(_units, left, right) => RulesCodes.UnitsDoNotCompare,
            (TypeKind.Money, TypeKind.Money) when AreApart(_currencies, left, right) => RulesCodes.CurrenciesMixed,
            _ => null,
        };
        if (code is not null)
        {
            findings.ReportWith(
                code,
                span,
                [new RelatedPlace(left.Span, texts.Of(left.Span)), new RelatedPlace(right.Span, texts.Of(right.Span))],
                texts.Of(left.Span),
                texts.Of(right.Span));
        }
    }

    private static bool AreApart<TUnit>(PossibleUnits<TUnit> units, BoundExpression left, BoundExpression right)
    {
        var (ofLeft, ofRight) = (units.Of(left), units.Of(right));
        return ofLeft.IsAll && ofRight.IsAll
            && ofLeft.Units.Count > 0 && ofRight.Units.Count > 0
            && !ofLeft.Units.Overlaps(ofRight.Units);
    }

    private void CheckSum(DateSumExpression sum)
    {
        var possible = _units.Of(sum.Duration).Units;
        if (possible.Contains(DurationUnit.WorkingDay))
        {
            findings.Add(DiagnosticBag.Of(RulesCodes.CalendarNeeded, sum.Span, texts.Of(sum.Span)) with
            {
                Fixes = texts.OnCalendar(sum.Span),
            });
        }

        if (IsUnreal(sum))
        {
            findings.Add(DiagnosticBag.Of(
                RulesCodes.NotARealSum, sum.Span, texts.Of(sum.Date.Span), texts.Of(sum.Duration.Span)) with
            {
                Fixes = texts.OnCalendar(sum.Span),
            });
        }
    }

    private static bool IsLong(DurationUnit unit) => unit is DurationUnit.Month or DurationUnit.Year;

    private static bool IsUnreal(DateSumExpression sum) =>
        sum.Date is ConstantExpression { Value: DateValue { Value: var date } }
        && sum.Duration is ConstantExpression { Value: DurationValue { Value: var duration } }
        && IsLong(duration.Unit)
        && !MonthSums.IsReal(date, sum.IsPlus ? MonthSums.MonthsOf(duration) : -MonthSums.MonthsOf(duration));
}
