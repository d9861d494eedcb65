using CaseFlow.Rules.Diagnostics;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Diagnostics;

/// <summary>
/// Every code has a bad file in both languages with its exact findings beside it, or stands here with the reason why no
/// text of a pack alone can show it. That a file named after a code shows it, its own tests say.
/// </summary>
public sealed class CatalogueTests
{
    private const string Root = "tests/CaseFlow.Rules.Tests/conformance/";

    private const int LeastCases = 300;

    private const string OfACase = "a fault of one case, met when it is evaluated: FaultTests, TermCountTests";
    private const string OfFacts = "of facts given as JSON: FactReaderTests";
    private const string OfTraces = "of a stored trace: TraceReplayTests";
    private const string OfAReleasedPack = "of a release, not of a check: ReleaseCheckTests";
    private const string OfOutcomes = "an outcome told as a value, as examples show it: EvalConformanceTests";

    internal static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        [RulesCodes.TooManyTokens] = "needs a module of some megabytes: HostileTextTests",
        [RulesCodes.TooManyRules] = "needs a decision of thousands of rules: Binding.HostileTextTests",
        [RulesCodes.PackReadsTooDeep] = "needs hundreds of definitions: Binding.HostileTextTests",
        [RulesCodes.UnknownParameter] = "of a change of parameters, not of a text: ParameterSetTests",
        [RulesCodes.NumberOutOfRange] = OfACase,
        [RulesCodes.DateOutOfRange] = OfACase,
        [RulesCodes.DivisionByZeroInCase] = OfACase,
        [RulesCodes.PastHolidays] = OfACase,
        [RulesCodes.NegativeTerm] = OfACase,
        [RulesCodes.ReadsTooDeep] = OfACase,
        [RulesCodes.NoRuleCovers] = OfOutcomes,
        [RulesCodes.RulesConflict] = OfOutcomes,
        [RulesCodes.TransitionsConflict] = OfACase,
        [RulesCodes.JsonNullNotAllowed] = OfFacts,
        [RulesCodes.JsonListTooLong] = OfFacts,
        [RulesCodes.JsonTooDeep] = OfFacts,
        [RulesCodes.JsonKeyTwice] = OfFacts,
        [RulesCodes.TraceUnreadable] = OfTraces,
        [RulesCodes.TraceOfAnotherPack] = OfTraces,
        [RulesCodes.TraceOfOtherFacts] = OfTraces,
        [RulesCodes.TraceOfOtherParameters] = OfTraces,
        [RulesCodes.TraceOfUnknownDecision] = OfTraces,
        [RulesCodes.TraceDiffers] = OfTraces,
        [RulesCodes.UnverifiedCitation] = OfAReleasedPack,
        [RulesCodes.UnverifiedLaw] = OfAReleasedPack,
        [RulesCodes.ReleaseWithError] = OfAReleasedPack,
        [RulesCodes.ReleaseUnproved] = OfAReleasedPack,
        [RulesCodes.ReleaseExampleFails] = OfAReleasedPack,
        [RulesCodes.ReleaseUncovered] = OfAReleasedPack,
        [RulesCodes.ReleaseUnsigned] = OfAReleasedPack,
        [RulesCodes.ReleaseNameless] = OfAReleasedPack,
        [RulesCodes.ExampleFailed] = "of running the examples: FaultTests",
        [RulesCodes.ExampleWithoutToday] = "of running the examples: FaultTests",
    };

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public void Codes_OfTheCatalogue_HaveABadFileInEachLanguageOrAReason(string language)
    {
        var shown = Cases()
            .Where(name => name.EndsWith("." + language, StringComparison.Ordinal))
            .Select(name => name[..name.IndexOfAny(['.', '-'])])
            .ToHashSet(StringComparer.Ordinal);

        Codes().Except(Elsewhere.Keys).Except(shown).Should().BeEmpty("each needs a bad file in " + language);
        shown.Intersect(Elsewhere.Keys).Should().BeEmpty("what has a file needs no reason");
    }

    [Fact]
    public void Cases_OfParsingBindingAndTyping_AreAtLeastThreeHundred()
    {
        var modules = ((string[])["parse", "bind", "types", "check"])
            .Sum(folder => Directory.GetFiles(PathOf(folder), "*.cfr", SearchOption.AllDirectories).Length);
        var packs = Directory.GetDirectories(PathOf("packs/bad")).Length;

        (modules + packs).Should().BeGreaterThanOrEqualTo(LeastCases);
    }

    [Fact]
    public void BadFiles_OfEveryFolder_HaveTheirFindingsBesideThem()
    {
        var alone = Modules().Where(file => !File.Exists(Path.ChangeExtension(file, ".diag")));

        alone.Should().BeEmpty();
        Directory.GetDirectories(PathOf("packs/bad"))
            .Where(folder => !File.Exists(Path.Combine(folder, "findings.diag"))).Should().BeEmpty();
    }

    // `CF2101-near.en`, of a module or of a folder.
    private static IEnumerable<string> Cases() => Modules().Select(file => Path.GetFileNameWithoutExtension(file)!)
        .Concat(Directory.GetDirectories(PathOf("packs/bad")).Select(folder => Path.GetFileName(folder)!))
        .Where(name => name.StartsWith("CF", StringComparison.Ordinal));

    private static IEnumerable<string> Modules() => ((string[])["parse/bad", "bind/bad", "types/bad", "check/bad"])
        .SelectMany(folder => Directory.GetFiles(PathOf(folder), "*.cfr"))
        .Concat(Directory.GetDirectories(PathOf("analysis"))
            .Where(folder => Path.GetFileName(folder) != "good")
            .SelectMany(folder => Directory.GetFiles(folder, "*.cfr")));

    private static string PathOf(string folder) => Repository.PathOf(Root + folder);

    internal static IEnumerable<string> Codes() => typeof(RulesCodes).GetFields()
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!);
}
