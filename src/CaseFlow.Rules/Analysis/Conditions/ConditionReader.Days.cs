using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis.Conditions;

// Here: periods, as stretches of the line of a date.
internal sealed partial class ConditionReader
{
    /// <summary>The cases in which a date lies in a period.</summary>
    public int DaysIn(Leaf date, LawPeriod period) => date switch
    {
        ConstantLeaf { Value: DateValue day } => period.Contains(day.Value) ? RegionSpace.Always : RegionSpace.Never,
        VariableLeaf variable => space.And(From(variable.Variable, period), Until(variable.Variable, period)),
        _ => RegionSpace.Never,
    };

    /// <summary>The cases in which a date is missing.</summary>
    public int NoDay(Leaf date) => date switch
    {
        ConstantLeaf { Value: MissingValue } => RegionSpace.Always,
        VariableLeaf variable => variables.Missing(variable.Variable),
        _ => RegionSpace.Never,
    };

    private int From(Variable variable, LawPeriod period) => period.From == DateOnly.MinValue
        ? space.Not(variables.Missing(variable))
        : variables.Above(variable, period.From.DayNumber, orEqual: true);

    private int Until(Variable variable, LawPeriod period) => period.Before is { } before
        ? variables.Below(variable, before.DayNumber, orEqual: false)
        : RegionSpace.Always;
}
