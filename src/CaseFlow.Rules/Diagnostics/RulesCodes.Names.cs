namespace CaseFlow.Rules.Diagnostics;

// Here: the family CF2: names and types.
public static partial class RulesCodes
{
    /// <summary>CF2101: {0} the path.</summary>
    public const string UnknownFact = "CF2101";

    /// <summary>
    /// CF2102 (warning): {0} the name; {1} the language it belongs to; {2} the file's language; {3} the same thing's
    /// name in the file's language.
    /// </summary>
    public const string NameOfOtherLanguage = "CF2102";

    /// <summary>CF2103: {0} the name.</summary>
    public const string UnknownType = "CF2103";

    /// <summary>CF2104: {0} the name.</summary>
    public const string UnknownDecision = "CF2104";

    /// <summary>CF2105: {0} the name or path.</summary>
    public const string UnknownName = "CF2105";

    /// <summary>CF2106: {0} the name.</summary>
    public const string UnknownCalendar = "CF2106";

    /// <summary>CF2107: {0} the decision; {1} the output.</summary>
    public const string UnknownOutput = "CF2107";

    /// <summary>CF2108: {0} the record or path; {1} the field.</summary>
    public const string UnknownField = "CF2108";

    /// <summary>CF2109: {0} the decision; {1} the rule.</summary>
    public const string UnknownRule = "CF2109";

    /// <summary>CF2110: {0} the name.</summary>
    public const string UnknownLaw = "CF2110";

    /// <summary>CF2111: {0} the name.</summary>
    public const string DuplicateName = "CF2111";

    /// <summary>CF2112: {0} the module.</summary>
    public const string UnknownImport = "CF2112";

    /// <summary>CF2113: {0} the path of the circle, joined by arrows.</summary>
    public const string ImportCycle = "CF2113";

    /// <summary>CF2114: {0} the word; {1} the enum; {2} its members, joined by commas.</summary>
    public const string NotAMember = "CF2114";

    /// <summary>CF2115: {0} the name.</summary>
    public const string UnknownWordList = "CF2115";

    /// <summary>CF2116: {0} the name; {1} what it may mean, joined by commas.</summary>
    public const string AmbiguousName = "CF2116";

    /// <summary>CF2117: {0} the language code.</summary>
    public const string UnknownNameLanguage = "CF2117";

    /// <summary>CF2118: {0} the name.</summary>
    public const string UnknownParameter = "CF2118";

    /// <summary>CF2119: {0} the name; {1} the module that declares it.</summary>
    public const string NotImported = "CF2119";

    /// <summary>CF2120: a phrase without a letter or digit, which no text can mention. {0} the phrase.</summary>
    public const string EmptyPhrase = "CF2120";

    /// <summary>
    /// CF2121: a part of a law that its outline does not list. {0} the citation up to that part; {1} what is listed
    /// there, or -.
    /// </summary>
    public const string UnknownReference = "CF2121";

    /// <summary>CF2201: {0} what stands on the left; {1} its type; {2} the other type.</summary>
    public const string TypesDoNotCompare = "CF2201";

    /// <summary>CF2202: {0} the expression; {1} its type; {2} the type that is needed.</summary>
    public const string WrongType = "CF2202";

    /// <summary>CF2203: {0} the operator; {1} the left type; {2} the right type.</summary>
    public const string OperatorNotDefined = "CF2203";

    /// <summary>CF2204: {0} one duration or unit; {1} the other.</summary>
    public const string UnitsDoNotCompare = "CF2204";

    /// <summary>CF2205: {0} one currency; {1} the other.</summary>
    public const string CurrenciesMixed = "CF2205";

    /// <summary>CF2206: {0} the expression.</summary>
    public const string MayBeMissing = "CF2206";

    /// <summary>CF2207: {0} the expression; {1} its type.</summary>
    public const string NotACondition = "CF2207";

    /// <summary>CF2208: {0} the date; {1} what is added to it.</summary>
    public const string NotARealSum = "CF2208";

    /// <summary>CF2209: {0} the expression.</summary>
    public const string CalendarNeeded = "CF2209";

    /// <summary>CF2210: no arguments.</summary>
    public const string DivisionByZero = "CF2210";

    /// <summary>CF2211: {0} the expression; {1} its type.</summary>
    public const string ListNeeded = "CF2211";

    /// <summary>CF2212 (warning): {0} the field; {1} the bound that is assumed.</summary>
    public const string ListWithoutBound = "CF2212";

    /// <summary>CF2213: {0} the output or fact.</summary>
    public const string NotOptional = "CF2213";

    /// <summary>CF2214: {0} the amount; {1} the currency.</summary>
    public const string MoneyTooFine = "CF2214";

    /// <summary>CF2216: what an aggregate cannot work on. {0} the expression; {1} its type.</summary>
    public const string AggregateNotDefined = "CF2216";

    /// <summary>CF2215: {0} the expression, which is no constant and no parameter.</summary>
    public const string ConstantNeeded = "CF2215";

    /// <summary>
    /// CF2303: {0} the parameter; {1} the value; {2} the lowest; {3} the highest; {4} the owner, or -.
    /// </summary>
    public const string ParameterOutOfBounds = "CF2303";

    /// <summary>CF2304: {0} the parameter; {1} its first date.</summary>
    public const string ParameterHasNoValueYet = "CF2304";

    /// <summary>
    /// CF2305: {0} the condition; {1} its because text; {2} what its sides are, after the day where values are dated.
    /// </summary>
    public const string CheckFailed = "CF2305";

    /// <summary>CF2306: {0} the parameter; {1} the date that is not later than the one before.</summary>
    public const string DatedValuesOutOfOrder = "CF2306";

    /// <summary>CF2307: {0} what the check reads besides parameters.</summary>
    public const string CheckReadsMore = "CF2307";
}
