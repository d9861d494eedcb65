using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Symbols;

/// <summary>A calendar of the pack.</summary>
public sealed class CalendarSymbol(string name, SourceSpan span) : Symbol(name, span)
{
    /// <summary>Days of the week that are rest days.</summary>
    public IReadOnlyList<DayOfWeek> Weekend { get; init; } = [];

    /// <summary>The name of the holiday data (`x` reads `x.csv`), or null where there is none.</summary>
    public string? HolidayData { get; init; }

    /// <summary>True: the start day is not counted (BLDS art 147 cl 3).</summary>
    public bool CountsFromNextDay { get; init; } = true;

    /// <summary>True: month sums clamp to the month's end; false: they spill into the next month.</summary>
    public bool MonthsClamp { get; init; } = true;

    /// <summary>True: a last day that is a rest day moves to the next working day (BLDS art 148 cl 5).</summary>
    public bool LastDayRolls { get; init; } = true;

    /// <summary>What the calendar rests on.</summary>
    public IReadOnlyList<Citation> Cites { get; init; } = [];
}

/// <summary>A tunable value with bounds.</summary>
public sealed class ParameterSymbol(string name, RuleType type, SourceSpan span) : Symbol(name, span)
{
    /// <summary>Its type.</summary>
    public RuleType Type { get; } = type;

    /// <summary>
    /// The values that the pack declares, by rising first day. One alone without a day holds on every day.
    /// </summary>
    public required IReadOnlyList<DatedParameterValue> Values { get; init; }

    /// <summary>Lowest value allowed.</summary>
    public required Value Lowest { get; init; }

    /// <summary>Highest value allowed.</summary>
    public required Value Highest { get; init; }

    /// <summary>Step of the values allowed, counted from the lowest; null for any.</summary>
    public Value? Step { get; init; }

    /// <summary>Who may change it.</summary>
    public string? Owner { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Cites { get; init; } = [];
}

/// <summary>A value of a parameter from a day on.</summary>
/// <param name="From">First day, inclusive; null: every day.</param>
/// <param name="Value">The value.</param>
/// <param name="Cites">What this value rests on besides the parameter's own citations.</param>
public sealed record DatedParameterValue(DateOnly? From, Value Value, IReadOnlyList<Citation> Cites);

/// <summary>A word list.</summary>
public sealed class WordListSymbol(string name, IReadOnlyList<string> phrases, SourceSpan span) : Symbol(name, span)
{
    /// <summary>The phrases as written, in order.</summary>
    public IReadOnlyList<string> Phrases { get; } = phrases;
}

/// <summary>A named expression.</summary>
public sealed class DefinitionSymbol(string name, RuleType type, SourceSpan span) : Symbol(name, span)
{
    /// <summary>Its type.</summary>
    public RuleType Type { get; } = type;

    /// <summary>The expression; set once all names are declared.</summary>
    public BoundExpression Value { get; internal set; } = new ErrorBoundExpression(span);

    /// <summary>When it is in force: as written, or that of the laws it cites.</summary>
    public LawPeriod Period { get; internal set; } = LawPeriod.Always;

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Cites { get; internal set; } = [];
}

/// <summary>A decision; its body is a <see cref="Decisions.BoundDecision"/>.</summary>
public sealed class DecisionSymbol(string name, SourceSpan span) : Symbol(name, span)
{
    /// <summary>How its active rules make its outcome.</summary>
    public HitPolicy Policy { get; init; }

    /// <summary>Its outputs in order.</summary>
    public IReadOnlyList<OutputSymbol> Outputs { get; internal set; } = [];
}

/// <summary>An output of a decision.</summary>
public sealed class OutputSymbol(string name, RuleType type, int index, SourceSpan span) : Symbol(name, span)
{
    /// <summary>Its type as declared: what one rule gives.</summary>
    public RuleType Type { get; } = type;

    /// <summary>
    /// The type of the outcome: a list of <see cref="Type"/> where the decision collects, else the same.
    /// </summary>
    public RuleType ResultType { get; init; } = type;

    /// <summary>Where its type is written.</summary>
    public SourceSpan TypeSpan { get; init; } = span;

    /// <summary>Place among the decision's outputs, from 0.</summary>
    public int Index { get; } = index;
}
