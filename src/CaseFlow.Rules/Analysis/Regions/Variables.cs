using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis.Regions;

/// <summary>
/// The variables of one space, in the order in which they were first read, and stretches of their lines.
/// </summary>
internal sealed class Variables(RegionSpace space)
{
    // Ways through the regions are as deep as there are variables; no decision comes near.
    private const int Most = 1000;

    private readonly Dictionary<string, Variable> _known = new(StringComparer.Ordinal);
    private readonly List<Variable> _all = [];

    /// <summary>The variable of a level.</summary>
    public Variable this[int level] => _all[level];

    /// <summary>All of them.</summary>
    public IReadOnlyList<Variable> All => _all;

    /// <summary>The variable of that key; made where it is new.</summary>
    /// <exception cref="BudgetSpentException">There are too many.</exception>
    public Variable Of(string key, Func<int, Variable> make)
    {
        if (!_known.TryGetValue(key, out var variable))
        {
            variable = _all.Count < Most ? make(_all.Count) : throw new BudgetSpentException();
            _known.Add(key, variable);
            _all.Add(variable);
        }

        return variable;
    }

    /// <summary>Something that is told.</summary>
    public Variable Told(string key, BoundExpression expression, RuleType type) =>
        Of(key, level => new Variable(level, VariableKind.Told, type, expression));

    /// <summary>Where a variable is missing.</summary>
    public int Missing(Variable variable) =>
        variable.IsOptional ? space.Between(variable.Level, null, Cut.AfterMissing) : RegionSpace.Never;

    /// <summary>Where a variable is less than a value, or equal to it as well.</summary>
    public int Below(Variable variable, decimal value, bool orEqual) =>
        Stretch(variable, null, orEqual ? After(variable, value) : Before(variable, value));

    /// <summary>Where a variable is more than a value, or equal to it as well.</summary>
    public int Above(Variable variable, decimal value, bool orEqual) =>
        Stretch(variable, orEqual ? Before(variable, value) : After(variable, value), null);

    /// <summary>Where a variable is a value.</summary>
    public int At(Variable variable, decimal value) =>
        Stretch(variable, Before(variable, value), After(variable, value));

    /// <summary>
    /// What no condition says and is so all the same: a duration is in a unit that it is compared with.
    /// </summary>
    public int Known() => _all
        .Where(variable => variable.Units.Count > 0)
        .Select(variable => space.Any(
            [.. variable.Units.Select(unit => InUnit(variable, unit)), Missing(variable)]))
        .Aggregate(RegionSpace.Always, space.And);

    private int InUnit(Variable variable, Syntax.Tree.DurationUnit unit)
    {
        var (from, to) = Variable.StretchOf(unit);
        return space.Between(variable.Level, from, to);
    }

    // On a line of whole values every place is just before one of them, so that equal conditions are equal cuts.
    private static Cut Before(Variable variable, decimal value) =>
        Cut.Before(variable.IsDense ? value : decimal.Ceiling(value));

    private static Cut After(Variable variable, decimal value) =>
        !variable.IsDense && ValueArithmetic.Sum(decimal.Floor(value), 1) is { } next
            ? Cut.Before(next)
            : Cut.After(value);

    private int Stretch(Variable variable, Cut? from, Cut? to)
    {
        if (Lowest(variable) is { } lowest && (from is null || from.Value.CompareTo(Cut.Before(lowest)) <= 0))
        {
            from = null;
        }

        if (Highest(variable) is { } highest && to is { } end && end.CompareTo(Cut.Before(highest + 1)) >= 0)
        {
            to = null;
        }

        return space.Between(variable.Level, from ?? (variable.IsOptional ? Cut.AfterMissing : null), to);
    }

    private static decimal? Lowest(Variable variable) => variable switch
    {
        { Kind: VariableKind.Order } or { Type.Kind: TypeKind.Boolean or TypeKind.Enum or TypeKind.Text } => 0,
        _ => variable.Lowest,
    };

    private static decimal? Highest(Variable variable) => variable switch
    {
        { Kind: VariableKind.Order } => 2,
        { Type.Kind: TypeKind.Boolean } => 1,
        { Type.Kind: TypeKind.Enum } => variable.Type.Enum!.Members.Count - 1,
        _ => variable.Highest,
    };
}
