using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>Single values out of a stretch, the plainest first.</summary>
internal static class Points
{
    /// <summary>
    /// Values on a stretch, at least one. Where numbers are cut so finely that none lies between, it is one beside the
    /// stretch: what hangs on it the interpreter does not confirm.
    /// </summary>
    public static IEnumerable<Value> On(Variable variable, Stretch stretch)
    {
        if (variable.IsOptional && stretch.To == Cut.AfterMissing)
        {
            return [MissingValue.Instance];
        }

        var positions = Positions(variable, stretch).ToList();
        return positions.Where(position => IsOn(variable, stretch, position))
            .Distinct()
            .DefaultIfEmpty(positions[0])
            .Select(variable.ValueAt);
    }

    private static IEnumerable<decimal> Positions(Variable variable, Stretch stretch)
    {
        var (low, high) = (Bound(stretch.From), Bound(stretch.To));
        yield return Plain(variable, low, high);
        if (low is { } from)
        {
            yield return from;
            yield return Sum(from, 1);
            yield return Sum(decimal.Floor(from), 1);
        }

        if (high is { } to)
        {
            yield return Sum(to, -1);
            yield return to;
            yield return Sum(decimal.Ceiling(to), -1);
        }

        if (low is { } start && high is { } end)
        {
            yield return (start / 2) + (end / 2);
        }
    }

    private static decimal Plain(Variable variable, decimal? low, decimal? high) => variable.Type.Kind switch
    {
        TypeKind.Date => low ?? high - 1 ?? CaseSketch.SomeDay.DayNumber,
        TypeKind.Duration => PlainDuration(variable, low, high),
        _ => low ?? (high is { } end ? Sum(end, -1) : variable.Lowest ?? 0),
    };

    // Beyond the largest number there is none to try.
    private static decimal Sum(decimal left, decimal right) => ValueArithmetic.Sum(left, right) ?? left;

    // The stretch of a unit begins far below any duration that anyone has.
    private static decimal PlainDuration(Variable variable, decimal? low, decimal? high) => (low, high) switch
    {
        ({ } from, _) when IsValue(variable, from) => from,
        (_, { } to) when IsValue(variable, to) => Math.Max(to - 1, Variable.NoneOfUnit(to - 1)),
        ({ } from, _) => Variable.NoneOfUnit(from),
        (null, { } to) => Variable.NoneOfUnit(to - 1),
        _ => variable.PositionOf(new DurationValue(new RuleDuration(1, Syntax.Tree.DurationUnit.Day)))!.Value,
    };

    private static decimal? Bound(Cut? cut) => cut is null || cut == Cut.AfterMissing ? null : cut.Value.At;

    // On a line of whole values the middle of two neighbours is none of them.
    private static bool IsOn(Variable variable, Stretch stretch, decimal position) =>
        (variable.IsDense || decimal.Floor(position) == position)
        && (stretch.From is not { } from || from.CompareTo(Cut.Before(position)) <= 0)
        && (stretch.To is not { } to || to.CompareTo(Cut.After(position)) >= 0)
        && IsValue(variable, position);

    /// <summary>Whether there is a value at a position.</summary>
    public static bool IsValue(Variable variable, decimal position) => variable.Type.Kind switch
    {
        TypeKind.Boolean => position is 0 or 1,
        TypeKind.Enum => position >= 0 && position < variable.Type.Enum!.Members.Count,
        TypeKind.Date => position >= 0 && position <= DateOnly.MaxValue.DayNumber,
        TypeKind.Money => position is >= long.MinValue and <= long.MaxValue,
        TypeKind.Text => position >= 0,
        TypeKind.Duration => Math.Abs(position - Variable.NoneOfUnit(position)) <= int.MaxValue,
        _ => variable.Lowest is not { } lowest || position >= lowest,
    };
}
