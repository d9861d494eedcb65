using System.Text.RegularExpressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Diagnostics;

/// <summary>
/// Every code offers a fix somewhere in the bad files, or stands here with the reason why no change of the text is
/// sure. That the fixes mend what they are offered for, <see cref="FixTests"/> says.
/// </summary>
public sealed partial class FixReasonsTests
{
    private const string Root = "tests/CaseFlow.Rules.Tests/conformance";

    private const string Lost = "what is lacking only the author knows";
    private const string TooMuch = "what to leave out or to split only the author knows";
    private const string NoText = "of a file, not of a module's text";
    private const string OtherData = "of the data, which its publisher mends";
    private const string TheLaw = "what the law says its text tells, not the outline";
    private const string WrongValue = "which value was meant nothing tells";
    private const string Circle = "any part of the circle may be the wrong one";
    private const string Design = "the decision is built wrongly: more than one place changes";
    private const string Forgotten = "something may be forgotten as well as too much";

    private static readonly Dictionary<string, string> NoFix = new(StringComparer.Ordinal)
    {
        [RulesCodes.NotUtf8] = NoText,
        [RulesCodes.NotARealDay] = "the day before or after, or another month: a guess at a date is no law",
        [RulesCodes.MixedScripts] = "the name stands elsewhere too: to rename it is the editor's work",
        [RulesCodes.NumberTooLarge] = WrongValue,
        [RulesCodes.MalformedBacktickName] = Lost,
        [RulesCodes.UnknownLanguage] = "a third language is not a misspelling of one of the two",
        [RulesCodes.HeaderMissing] = "what the module is called only the author knows",
        [RulesCodes.NestedTooDeep] = TooMuch,
        [RulesCodes.TokenTooLong] = TooMuch,
        [RulesCodes.TooManyRows] = TooMuch,
        [RulesCodes.TooManyFindings] = TooMuch,
        [RulesCodes.ExpectedName] = Lost,
        [RulesCodes.ExpectedValue] = Lost,
        [RulesCodes.ExpectedText] = Lost,
        [RulesCodes.RowCells] = "which cell is lacking or too many the row does not tell",
        [RulesCodes.ExpectedNumber] = Lost,
        [RulesCodes.ExpectedType] = Lost,
        [RulesCodes.MisplacedItem] = "where it belongs only the author knows",
        [RulesCodes.ClauseMissing] = Lost,
        [RulesCodes.ExpectedWholeNumber] = "up or down: a rounded limit is another limit",
        [RulesCodes.ExpectedReference] = Lost,
        [RulesCodes.TableWithoutRows] = Lost,
        [RulesCodes.UnknownCalendar] = "no name comes near: which calendar counts the law says",
        [RulesCodes.ImportCycle] = Circle,
        [RulesCodes.AmbiguousName] = "either meaning may be the one",
        [RulesCodes.UnknownNameLanguage] = "a third language is not a misspelling of one of the two",
        [RulesCodes.EmptyPhrase] = Lost,
        [RulesCodes.OperatorNotDefined] = "one side is of the wrong kind, and which one nothing tells",
        [RulesCodes.UnitsDoNotCompare] = "from when the days are counted the law says",
        [RulesCodes.CurrenciesMixed] = "the rate is not in the text",
        [RulesCodes.NotACondition] = "what to compare it with only the author knows",
        [RulesCodes.DivisionByZero] = WrongValue,
        [RulesCodes.ListNeeded] = "which list was meant nothing tells",
        [RulesCodes.MoneyTooFine] = "up or down: a rounded amount is another amount",
        [RulesCodes.ConstantNeeded] = WrongValue,
        [RulesCodes.AggregateNotDefined] = "which field was meant nothing tells",
        [RulesCodes.CheckFailed] = "any of the parameters it reads may be the wrong one: their owner knows",
        [RulesCodes.CsvColumnMissing] = OtherData,
        [RulesCodes.CsvCell] = OtherData,
        [RulesCodes.CsvRowCells] = OtherData,
        [RulesCodes.CalendarDayTwice] = OtherData,
        [RulesCodes.CsvQuote] = OtherData,
        [RulesCodes.OutlineRowTwice] = TheLaw,
        [RulesCodes.OutlineDaysOutside] = TheLaw,
        [RulesCodes.OutlineRowWithoutPlace] = TheLaw,
        [RulesCodes.OutlineTooLong] = TooMuch,
        [RulesCodes.OutlineReasonMissing] = Lost,
        [RulesCodes.NotJson] = NoText,
        [RulesCodes.ManifestSetting] = NoText,
        [RulesCodes.FileMissing] = NoText,
        [RulesCodes.NoModules] = NoText,
        [RulesCodes.DependencyCycle] = Circle,
        [RulesCodes.ExceptionCycle] = Circle,
        [RulesCodes.BlockerWithoutParent] = "what it blocks only the author knows",
        [RulesCodes.PolicyNeedsOneOutput] = Design,
        [RulesCodes.PolicyNeedsAmounts] = Design,
        [RulesCodes.NoPeriod] = "from when it counts the law says",
        [RulesCodes.WorkOverBudget] = "which bound is too high only the author knows",
        [RulesCodes.QuantifiersTooDeep] = Design,
        [RulesCodes.UnreachableState] = "a trigger may be forgotten as well as the state be too much",
        [RulesCodes.DeadTrigger] = "the wrong guard or the wrong state: nothing tells which",
        [RulesCodes.StateWithoutDeadline] = "whether a duty runs there the law says",
        [RulesCodes.NeverResumed] = "what ends the pause the law says",
        [RulesCodes.StepNeverComes] = Forgotten,
        [RulesCodes.DeadlineNeverRuns] = Forgotten,
        [RulesCodes.AnchorNotSet] = "the day may be that of the step, an input or another fact",
        [RulesCodes.StateCycle] = Circle,
        [RulesCodes.NeverActive] = "either of the two rules may be the wrong one",
        [RulesCodes.RowRepeats] = "examples name rows by their number, and exceptions rules by their name",
        [RulesCodes.AnalysisStopped] = TooMuch,
        [RulesCodes.FindingsCut] = TooMuch,
        [RulesCodes.ParameterNeverRead] = Forgotten,
        [RulesCodes.WordListNeverUsed] = Forgotten,
        [RulesCodes.TransitionNeverHolds] = "the clause or its condition may be the wrong one",
        [RulesCodes.ThresholdUntried] = "what else belongs to such a case only the author knows",
        [RulesCodes.LawNeverCited] = Forgotten,
        [RulesCodes.ArticlesNeverCited] = Forgotten,
        [RulesCodes.ReasonNotNeeded] = "the citation may be too much as well as the reason",
        [RulesCodes.OrderNotNeeded] = "the law may set the order all the same",
    };

    [Fact]
    public void Codes_OfTheCatalogue_OfferAFixOrHaveAReason()
    {
        CatalogueTests.Codes().Except(Fixed()).Except(NoFix.Keys).Except(CatalogueTests.Elsewhere.Keys)
            .Should().BeEmpty("each needs a fix in some bad file, or the reason why none is sure");
    }

    [Fact]
    public void Codes_WithAReason_OfferNoFix() => Fixed().Intersect(NoFix.Keys).Should().BeEmpty();

    // Of every expected file: the code of each finding that is followed by a fix.
    private static HashSet<string> Fixed()
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Repository.PathOf(Root), "*.diag", SearchOption.AllDirectories))
        {
            var code = "";
            foreach (var line in File.ReadLines(file))
            {
                code = Head().Match(line) is { Success: true } head ? head.Groups["code"].Value : code;
                if (line.StartsWith("  fix", StringComparison.Ordinal))
                {
                    codes.Add(code);
                }
            }
        }

        return codes;
    }

    [GeneratedRegex(@"^\d+:\d+:? (error|warning) (?<code>CF\d{4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();
}
