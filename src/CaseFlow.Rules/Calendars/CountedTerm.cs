namespace CaseFlow.Rules.Calendars;

/// <summary>How a term was counted. Immutable.</summary>
public sealed class CountedTerm
{
    private readonly Lazy<IReadOnlyList<TermStep>> _steps;

    internal CountedTerm(
        DateOnly rawEnd,
        DateOnly lastDay,
        int excludedDays,
        DayCertainty certainty,
        Func<IReadOnlyList<TermStep>> account)
    {
        (RawEnd, LastDay, ExcludedDays, Certainty) = (rawEnd, lastDay, excludedDays, certainty);
        _steps = new Lazy<IReadOnlyList<TermStep>>(account);
    }

    /// <summary>The last counted day, before it rolls.</summary>
    public DateOnly RawEnd { get; }

    /// <summary>The last day of the term, inclusive; the first instant after it is late.</summary>
    public DateOnly LastDay { get; }

    /// <summary>
    /// Days that were not counted for an excluded interval and would have been: calendar days for terms in days, months
    /// and years, working days for terms in working days.
    /// </summary>
    public int ExcludedDays { get; }

    /// <summary>The worst certainty of the days that the result depends on.</summary>
    public DayCertainty Certainty { get; }

    /// <summary>The account of every day from the start to the last day, in order; made when first asked for.</summary>
    public IReadOnlyList<TermStep> Steps => _steps.Value;
}
