using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3406: a step that never comes: its condition holds only once the ladder has stopped, it repeats less than once,
/// or it stands further before the due day than the longest term and its extensions reach.
/// </summary>
internal sealed class LadderSteps(BoundPack pack, GuardCases guards, DiagnosticBag findings)
{
    // More extensions than the days of all years reach as far as any step can stand.
    private const decimal MostTimes = 10_000_000;

    /// <summary>Checks one ladder.</summary>
    public void Check(BoundLadder ladder)
    {
        foreach (var step in ladder.Steps.Where(step => IsAfterStop(step, ladder) || IsBeyond(step.Moment, ladder)))
        {
            findings.Report(RulesCodes.StepNeverComes, step.Span, step, ladder);
        }
    }

    // A step after the stop: whatever its condition demands, the ladder has stopped by then.
    private bool IsAfterStop(BoundLadderStep step, BoundLadder ladder)
    {
        if (ladder.StopsWhen is not { } stops)
        {
            return false;
        }

        List<BoundExpression> asked = [new NotBoundExpression(stops, stops.Span)];
        asked.AddRange(step.When is { } when ? [when] : []);
        return guards.Meet(
            LawPeriod.Always, asked.Select(one => new AskedCondition(one, LawPeriod.Always))) is null;
    }

    private bool IsBeyond(BoundMoment moment, BoundLadder ladder) => moment switch
    {
        ShareOfTerm share => Highest(share.Percent) <= 0,
        EveryAfterDue every => Highest(every.Times) < 1 || Highest(every.Count) <= 0,
        BeforeDue before when Lowest(before.Count) is { } count =>
            ladder.Deadlines.Count > 0 && ladder.Deadlines.All(deadline => Longest(deadline, before.Unit) < count),
        _ => false,
    };

    private static decimal? Lowest(BoundExpression quantity) => quantity switch
    {
        ConstantExpression { Value: NumberValue number } => number.Value,
        ParameterExpression { Parameter.Lowest: NumberValue number } => number.Value,
        _ => null,
    };

    private static decimal? Highest(BoundExpression quantity) => quantity switch
    {
        ConstantExpression { Value: NumberValue number } => number.Value,
        ParameterExpression { Parameter.Highest: NumberValue number } => number.Value,
        _ => null,
    };

    // The longest term with all extensions, where every part of it is a constant in the step's own unit; else null.
    private decimal? Longest(BoundDeadline deadline, DurationUnit unit)
    {
        if (pack.Decisions.FirstOrDefault(decision => decision.Symbol == deadline.TermDecision) is not { } decision)
        {
            return null;
        }

        var terms = Binding.Decisions.DecisionParts.ValuesOf(decision, deadline.TermOutput)
            .Where(value => value is not ConstantExpression { Value: MissingValue })
            .Select(value => Count(value, unit))
            .ToList();
        var extension = deadline.Cap is { } cap ? Times(cap) * Count(cap.By, unit) : 0;
        return terms.Count == 0 || terms.Contains(null) ? null : terms.Max() + extension;
    }

    private static decimal? Times(BoundExtensionCap cap) =>
        Highest(cap.Times) is { } times ? Math.Clamp(times, 0, MostTimes) : null;

    private static decimal? Count(BoundExpression duration, DurationUnit unit) => duration switch
    {
        ConstantExpression { Value: DurationValue value } when value.Value.Unit == unit => value.Value.Count,
        ParameterExpression { Parameter.Highest: DurationValue value } when value.Value.Unit == unit =>
            value.Value.Count,
        _ => null,
    };
}
