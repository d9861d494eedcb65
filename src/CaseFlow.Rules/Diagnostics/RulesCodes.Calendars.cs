namespace CaseFlow.Rules.Diagnostics;

// Here: the family CF24: calendar data.
public static partial class RulesCodes
{
    /// <summary>CF2401: a column that the data needs and its first line does not name. {0} the column.</summary>
    public const string CalendarColumnMissing = "CF2401";

    /// <summary>CF2402: a cell that cannot be read. {0} the column; {1} the cell; {2} what may stand there.</summary>
    public const string CalendarCell = "CF2402";

    /// <summary>
    /// CF2403: a row with too few or too many cells. {0} its cells; {1} the columns of the first line.
    /// </summary>
    public const string CalendarRowCells = "CF2403";

    /// <summary>
    /// CF2404: a day that the data calls both rest day and working day. {0} the day; {1} one kind; {2} the other.
    /// </summary>
    public const string CalendarDayTwice = "CF2404";

    /// <summary>CF2405: a quote in the data that is not closed.</summary>
    public const string CalendarQuote = "CF2405";

    /// <summary>CF4002: a date before 0001-01-01 or after 9999-12-31. {0} the date; {1} what is added to it.</summary>
    public const string DateOutOfRange = "CF4002";

    /// <summary>CF4006: a term of less than nothing. {0} the term.</summary>
    public const string NegativeTerm = "CF4006";
}
