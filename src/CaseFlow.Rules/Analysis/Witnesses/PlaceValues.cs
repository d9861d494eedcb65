using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>Values worth trying for something that is told, the plainest first.</summary>
internal sealed class PlaceValues(Variables variables, Box box)
{
    private const int Most = 12;
    private const int MostLists = 60;

    // A week, a month, a quarter, a year and more: spans that terms and thresholds are written in.
    private static readonly int[] Days = [0, 1, -1, 7, 30, 90, 200, 400, 1200, -30, -400];

    /// <summary>The values.</summary>
    public IReadOnlyList<Value> Of(BoundExpression place)
    {
        var known = variables.All.FirstOrDefault(variable =>
            variable.Kind == VariableKind.Told && ExpressionKey.Of(variable.Expression) == ExpressionKey.Of(place));
        if (known is not null && box.Sides.TryGetValue(known.Level, out var stretches))
        {
            return [.. stretches.SelectMany(stretch => Inside(known, stretch)).Take(Most)];
        }

        var variable = known ?? new Variable(0, VariableKind.Told, place.Type, place);
        var values = Plain(variable).Take(variable.Type.Element is null ? Most : MostLists);
        return [.. place.Type.Optional ? values.Append(MissingValue.Instance) : values];
    }

    private static IEnumerable<Value> Inside(Variable variable, Stretch stretch)
    {
        var points = Points.On(variable, stretch).ToList();
        return variable.Type.Kind == TypeKind.Date && points is [DateValue first, ..]
            ? points.Concat(Around(first.Value).Where(day => IsIn(day, stretch)))
            : points;
    }

    private IEnumerable<Value> Plain(Variable variable) => variable.Type.Kind switch
    {
        TypeKind.Boolean => [BooleanValue.Yes, BooleanValue.No],
        TypeKind.Enum => variable.Type.Enum!.Members.Select(member => new EnumValue(member)),
        TypeKind.Number => new decimal[] { 0, 1, 2, 3, 10, 100, -1, 1000 }.Select(number => new NumberValue(number)),
        TypeKind.Date => Around(Day()),
        TypeKind.Duration => new[] { 0, 1, 10, 30, 100 }.Select(
            count => new DurationValue(new RuleDuration(count, DurationUnit.Day))),
        TypeKind.Money => new long[] { 0, 1, 1_000_000, 1_000_000_000 }.Select(
            minor => new MoneyValue(minor, MoneyUnits.Dong)),
        TypeKind.Text => new PhraseTexts(variables, box).For(variable.Expression),
        TypeKind.List or TypeKind.Set => new SmallLists(Plain).Of(variable),
        _ => [],
    };

    // Near the other dates of the box, so that spans between them come out long and short.
    private DateOnly Day() => box.Sides
        .Where(side => variables[side.Key] is { Kind: VariableKind.Told, Type.Kind: TypeKind.Date })
        .Select(side => Points.On(variables[side.Key], side.Value[0]).First())
        .OfType<DateValue>()
        .Select(date => date.Value)
        .DefaultIfEmpty(CaseSketch.SomeDay)
        .Max();

    private static IEnumerable<Value> Around(DateOnly day) => Days
        .Select(days => day.DayNumber + days)
        .Where(days => days > 0 && days <= DateOnly.MaxValue.DayNumber)
        .Select(days => new DateValue(DateOnly.FromDayNumber(days)));

    private static bool IsIn(Value day, Stretch stretch)
    {
        var at = (decimal)((DateValue)day).Value.DayNumber;
        return (stretch.From is not { } from || from.CompareTo(Cut.Before(at)) <= 0)
            && (stretch.To is not { } to || to.CompareTo(Cut.After(at)) >= 0);
    }
}
