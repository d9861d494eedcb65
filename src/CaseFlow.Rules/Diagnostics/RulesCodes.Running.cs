namespace CaseFlow.Rules.Diagnostics;

// Here: the families CF4 to CF7: evaluation, analysis, release, examples.
public static partial class RulesCodes
{
    /// <summary>CF4001: {0} the expression.</summary>
    public const string NumberOutOfRange = "CF4001";

    /// <summary>CF4003: {0} the expression.</summary>
    public const string DivisionByZeroInCase = "CF4003";

    /// <summary>CF4005: {0} the day; {1} the calendar; {2} its last day, inclusive.</summary>
    public const string PastHolidays = "CF4005";

    /// <summary>CF4101: {0} the decision.</summary>
    public const string NoRuleCovers = "CF4101";

    /// <summary>CF4102: {0} the decision; {1} the active rules, joined by commas.</summary>
    public const string RulesConflict = "CF4102";

    /// <summary>CF4104: {0} the decision; {1} one clause; {2} the other.</summary>
    public const string TransitionsConflict = "CF4104";

    /// <summary>CF4203: {0} the path.</summary>
    public const string JsonNullNotAllowed = "CF4203";

    /// <summary>CF4204: {0} the path; {1} the bound.</summary>
    public const string JsonListTooLong = "CF4204";

    /// <summary>CF5101: {0} the case; {1} the first day; {2} the decision.</summary>
    public const string Gap = "CF5101";

    /// <summary>CF5102: {0} one rule; {1} the other; {2} a case.</summary>
    public const string Overlap = "CF5102";

    /// <summary>CF5103 (warning): {0} the rule; {1} what stands against it.</summary>
    public const string NeverActive = "CF5103";

    /// <summary>CF5104 (warning): {0} the row; {1} the row that covers it.</summary>
    public const string RowRepeats = "CF5104";

    /// <summary>CF5201 (warning): {0} the number of regions looked at; {1} the decision.</summary>
    public const string AnalysisStopped = "CF5201";

    /// <summary>CF5301 (warning): {0} the folded word.</summary>
    public const string FoldedWordAmbiguous = "CF5301";

    /// <summary>CF7001: {0} the example; {1} what was expected; {2} what came out.</summary>
    public const string ExampleFailed = "CF7001";
}
