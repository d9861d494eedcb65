using System.Globalization;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Facts;

/// <summary>A length of time in one unit. Lengths in different units are never compared or added.</summary>
/// <param name="Count">How many; may be negative only as an intermediate result.</param>
/// <param name="Unit">Day, working day, month or year.</param>
public readonly record struct RuleDuration(int Count, DurationUnit Unit)
{
    /// <summary>The unit's name in JSON: `day`, `workingDay`, `month`, `year`.</summary>
    public string UnitName => NameOf(Unit);

    /// <summary>The name of a unit in JSON.</summary>
    public static string NameOf(DurationUnit unit) => unit switch
    {
        DurationUnit.Day => "day",
        DurationUnit.WorkingDay => "workingDay",
        DurationUnit.Month => "month",
        DurationUnit.Year => "year",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };

    /// <summary>The unit of a JSON name, or null.</summary>
    public static DurationUnit? UnitOf(string? name) => name switch
    {
        "day" => DurationUnit.Day,
        "workingDay" => DurationUnit.WorkingDay,
        "month" => DurationUnit.Month,
        "year" => DurationUnit.Year,
        _ => null,
    };

    /// <summary>`7 workingDay`, for traces and tests.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {UnitName}");
}
