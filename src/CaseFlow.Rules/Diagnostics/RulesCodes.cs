namespace CaseFlow.Rules.Diagnostics;

/// <summary>
/// The catalogue of the language's findings: one constant a code. Each comment says when it is given and what its
/// arguments are, in order; the words stand in `RulesMessages.resx` and `RulesMessages.vi.resx`. Here: the family CF0,
/// reading text.
/// </summary>
public static partial class RulesCodes
{
    /// <summary>CF0101: a character that changes the reading direction. {0} the character as U+202E.</summary>
    public const string BidiControl = "CF0101";

    /// <summary>CF0102: bytes that are not UTF-8. {0} the offset of the first such byte, from 0.</summary>
    public const string NotUtf8 = "CF0102";

    /// <summary>CF0103: a control character. {0} the character as U+0000.</summary>
    public const string ForbiddenCharacter = "CF0103";

    /// <summary>CF0104: digits that are neither number nor date. {0} the text; {1} a form that would be read.</summary>
    public const string MalformedNumber = "CF0104";

    /// <summary>CF0105: a date that no calendar has. {0} the text.</summary>
    public const string NotARealDay = "CF0105";

    /// <summary>
    /// CF0106 (warning): a name that mixes scripts. {0} the name; {1} the first character from another script than the
    /// name's first letter.
    /// </summary>
    public const string MixedScripts = "CF0106";

    /// <summary>CF0107: `until` (vi `cho đến`). {0} the word.</summary>
    public const string UntilIsAmbiguous = "CF0107";

    /// <summary>CF0108: a character that the language does not use. {0} the character.</summary>
    public const string UnexpectedCharacter = "CF0108";

    /// <summary>CF0109: a number beyond what is computed with. {0} the text.</summary>
    public const string NumberTooLarge = "CF0109";

    /// <summary>CF0110: backticks that hold no name, or are not closed. {0} the text.</summary>
    public const string MalformedBacktickName = "CF0110";

    /// <summary>CF0111: a text without its closing quote.</summary>
    public const string UnclosedText = "CF0111";

    /// <summary>CF0112: a first line that names no known language. {0} the language.</summary>
    public const string UnknownLanguage = "CF0112";

    /// <summary>CF0113: a module that does not begin with its language.</summary>
    public const string HeaderMissing = "CF0113";

    /// <summary>CF0120: more nesting than the parser allows. {0} the limit.</summary>
    public const string NestedTooDeep = "CF0120";

    /// <summary>CF0121: a word or text that is too long. {0} the limit in characters.</summary>
    public const string TokenTooLong = "CF0121";

    /// <summary>CF0122: a module with too many words. {0} the limit.</summary>
    public const string TooManyTokens = "CF0122";

    /// <summary>CF0123: a table with too many rows. {0} the limit.</summary>
    public const string TooManyRows = "CF0123";

    /// <summary>CF0124: a module with so many findings that the rest is left out. {0} the limit.</summary>
    public const string TooManyFindings = "CF0124";

    /// <summary>
    /// CF0201: a fixed word is lacking. {0} what was expected, in backticks, several joined by commas; {1} the word
    /// before.
    /// </summary>
    public const string ExpectedToken = "CF0201";

    /// <summary>CF0202: a name is lacking. {0} the word before.</summary>
    public const string ExpectedName = "CF0202";

    /// <summary>CF0203: a keyword where a name stands. {0} the keyword.</summary>
    public const string KeywordAsName = "CF0203";

    /// <summary>CF0204: a value or condition is lacking. {0} the word before.</summary>
    public const string ExpectedValue = "CF0204";

    /// <summary>CF0205: a text in quotes is lacking. {0} the word before.</summary>
    public const string ExpectedText = "CF0205";

    /// <summary>
    /// CF0206: a table row with the wrong number of cells. {0} the row, from 1; {1} its cells; {2} the header's; {3}
    /// the first column left without a cell, or the first cell too many.
    /// </summary>
    public const string RowCells = "CF0206";

    /// <summary>
    /// CF0207: a clause that may stand once stands again. {0} the clause's first word; {1} the item it stands in.
    /// </summary>
    public const string ClauseTwice = "CF0207";

    /// <summary>CF0208: a date is lacking. {0} the word before.</summary>
    public const string ExpectedDate = "CF0208";

    /// <summary>CF0209: a number is lacking. {0} the word before.</summary>
    public const string ExpectedNumber = "CF0209";

    /// <summary>
    /// CF0210: `and` and `or` without parentheses. {0} one reading; {1} the other; {2} the word for and; {3} the word
    /// for or.
    /// </summary>
    public const string AndOrMixed = "CF0210";

    /// <summary>CF0211: a type is lacking. {0} the word before.</summary>
    public const string ExpectedType = "CF0211";

    /// <summary>CF0212: a word that begins no declaration. {0} the word.</summary>
    public const string ExpectedDeclaration = "CF0212";

    /// <summary>
    /// CF0213: a block whose end is lacking. {0} the block's opening words; {1} the words that close it.
    /// </summary>
    public const string NotClosed = "CF0213";

    /// <summary>
    /// CF0214: an item that has no place in the block. {0} its first word; {1} the block's opening word.
    /// </summary>
    public const string MisplacedItem = "CF0214";

    /// <summary>CF0215: a clause that must stand is lacking. {0} the clause's first word; {1} the item.</summary>
    public const string ClauseMissing = "CF0215";

    /// <summary>CF0216: a word after a number that is neither unit nor currency. {0} the word.</summary>
    public const string UnknownUnit = "CF0216";

    /// <summary>
    /// CF0217: a number with a fraction, or too large, where a whole number is needed. {0} the number.
    /// </summary>
    public const string ExpectedWholeNumber = "CF0217";

    /// <summary>CF0218: a citation word without its reference. {0} the citation word.</summary>
    public const string ExpectedReference = "CF0218";

    /// <summary>CF0219: a table without a row. {0} the table.</summary>
    public const string TableWithoutRows = "CF0219";

    /// <summary>CF0220: words left over where an item has ended. {0} the word; {1} the word before.</summary>
    public const string UnexpectedWord = "CF0220";

    /// <summary>CF0221: a comma between the fields of a record, of facts or of what a trigger needs.</summary>
    public const string CommaBetweenFields = "CF0221";

    /// <summary>CF0222: the word for `and` between the fields of a record in an example. {0} the word.</summary>
    public const string AndBetweenFields = "CF0222";

    /// <summary>CF0223: a comma between the facts or the expectations of an example. {0} the word for `and`.</summary>
    public const string CommaBetweenFacts = "CF0223";

    private static readonly HashSet<string> Warnings = new(StringComparer.Ordinal)
    {
        MixedScripts,
        NameOfOtherLanguage,
        ListWithoutBound,
        VersionGap,
        DeadTrigger,
        StepNeverComes,
        DeadlineNeverRuns,
        InputNotRead,
        NeverActive,
        RowRepeats,
        AnalysisStopped,
        FindingsCut,
        ParameterNeverRead,
        WordListNeverUsed,
        TransitionNeverHolds,
        ThresholdUntried,
        LawNeverCited,
        ArticlesNeverCited,
        ReasonNotNeeded,
        OrderNotNeeded,
        PossibleGap,
        PossibleOverlap,
        FoldedWordAmbiguous,
    };

    /// <summary>How grave a finding of this code is; codes outside the catalogue are errors.</summary>
    public static Severity SeverityOf(string code) => Warnings.Contains(code) ? Severity.Warning : Severity.Error;
}
