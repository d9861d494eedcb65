namespace CaseFlow.Rules.Diagnostics;

// Here: the family CF24: what is kept in spreadsheets, which are holiday data and outlines of laws.
public static partial class RulesCodes
{
    /// <summary>CF2401: a column that the data needs and its first line does not name. {0} the column.</summary>
    public const string CsvColumnMissing = "CF2401";

    /// <summary>CF2402: a cell that cannot be read. {0} the column; {1} the cell; {2} what may stand there.</summary>
    public const string CsvCell = "CF2402";

    /// <summary>
    /// CF2403: a row with too few or too many cells. {0} its cells; {1} the columns of the first line.
    /// </summary>
    public const string CsvRowCells = "CF2403";

    /// <summary>
    /// CF2404: a day that the data calls both rest day and working day. {0} the day; {1} one kind; {2} the other.
    /// </summary>
    public const string CalendarDayTwice = "CF2404";

    /// <summary>CF2405: a quote in the data that is not closed.</summary>
    public const string CsvQuote = "CF2405";

    /// <summary>CF2406: {0} a part of a law; {1} the days for which two rows list it.</summary>
    public const string OutlineRowTwice = "CF2406";

    /// <summary>
    /// CF2407: {0} a part of a law; {1} its days; {2} the days of what it lies in, the law or a larger part.
    /// </summary>
    public const string OutlineDaysOutside = "CF2407";

    /// <summary>CF2408: {0} a part of a law; {1} the larger part that it lies in, which no row lists.</summary>
    public const string OutlineRowWithoutPlace = "CF2408";

    /// <summary>CF2409: {0} the file, or a part of the law; {1} how many rows it may have.</summary>
    public const string OutlineTooLong = "CF2409";

    /// <summary>CF2410: {0} a part of a law that is said to need no rule, or to have none yet.</summary>
    public const string OutlineReasonMissing = "CF2410";

    /// <summary>CF4002: a date before 0001-01-01 or after 9999-12-31. {0} the date; {1} what is added to it.</summary>
    public const string DateOutOfRange = "CF4002";

    /// <summary>CF4006: a term of less than nothing. {0} the term.</summary>
    public const string NegativeTerm = "CF4006";
}
