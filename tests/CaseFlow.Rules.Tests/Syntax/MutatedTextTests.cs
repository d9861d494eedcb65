using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Formatting;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;
using CaseFlow.Rules.Tests.Formatting;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>
/// Whatever text comes, the parser answers with findings at places of it; and a text without errors is laid out, read
/// again and laid out again without a change of its tree, its comments or its layout. CASEFLOW_SEED repeats a run,
/// CASEFLOW_MUTANTS lengthens it, from CASEFLOW_FIRST_MUTANT on.
/// </summary>
public sealed class MutatedTextTests(ITestOutputHelper output)
{
    private const int Mutants = 20_000;

    private readonly MutationCorpus _corpus = new();
    private int _formatted;

    [Fact]
    public void ParseAndFormat_OfMutatedModules_AnswersInPlaceAndKeepsTheTree()
    {
        var seed = Setting("CASEFLOW_SEED", new Random().Next());
        var count = Setting("CASEFLOW_MUTANTS", Mutants);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CASEFLOW_SEED={seed} CASEFLOW_MUTANTS={count}"));

        var first = Setting("CASEFLOW_FIRST_MUTANT", 0);

        Parallel.For(first, first + count, i => Try(new Random(unchecked(seed + (i * 7919))), i));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_formatted} of {count} read and laid out"));
        (_formatted * 4).Should().BeGreaterThan(count, "a good part of the mutants is still a module");
    }

    private void Try(Random random, int number)
    {
        var module = _corpus.Module(random);
        var kind = random.Next(5);
        if (kind == 0)
        {
            var bytes = Mutator.Corrupt(module, random);
            ShouldBeInPlace(ModuleParser.Parse("a.cfr", bytes), Encoding.UTF8.GetString(bytes), number);
            if (Utf8.IsValid(bytes))
            {
                ShouldKeep(Encoding.UTF8.GetString(bytes), number);
            }

            return;
        }

        ShouldKeep(
            kind < 3 ? Mutator.Spread(module, random) : Mutator.Change(module, _corpus.Module(random), random), number);
    }

    private void ShouldKeep(string text, int number)
    {
        var before = ModuleParser.Parse("a.cfr", text);
        ShouldBeInPlace(before, text, number);
        var once = RuleFormatter.Format("a.cfr", text);
        if (before.Diagnostics.Any(finding => finding.Severity == Severity.Error))
        {
            ShouldHold(once.Text == text, "a text with errors stays as it is", number, text);
            return;
        }

        Interlocked.Increment(ref _formatted);
        var after = ModuleParser.Parse("a.cfr", once.Text);
        var same = TreeEquality.Same(before.Module, after.Module);
        ShouldHold(same, "the tree stays:\n" + once.Text, number, text);
        var again = RuleFormatter.Format("a.cfr", once.Text).Text;
        ShouldHold(again == once.Text, $"the layout stays:\n{once.Text}\nand then\n{again}", number, text);
        var comments = Modules.Comments(text) == Modules.Comments(once.Text);
        ShouldHold(comments, "the comments stay:\n" + once.Text, number, text);
    }

    private static void ShouldBeInPlace(ParseResult result, string text, int number)
    {
        var last = 0;
        foreach (var finding in result.Diagnostics)
        {
            var inText = finding.Span.Start >= last && finding.Span.End <= text.Length && finding.Span.Length >= 0;
            ShouldHold(inText, $"{finding.Code} at {finding.Span} lies in the text, in order", number, text);
            var message = finding.Message(CultureInfo.InvariantCulture);
            ShouldHold(message != finding.Code, "every finding has words", number, text);
            last = finding.Span.Start;
        }

        var broken = result.Module.Declarations.Any(item => item is ErrorDeclaration);
        var silent = broken && result.Diagnostics.All(finding => finding.Severity == Severity.Warning);
        ShouldHold(!silent, "what could not be read is reported", number, text);
    }

    private static void ShouldHold(bool condition, string because, int number, string text)
    {
        if (!condition)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"mutant {number}: {because}\nof the text\n{text}"));
        }
    }

    private static int Setting(string variable, int otherwise)
    {
        var text = Environment.GetEnvironmentVariable(variable);
        return int.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
    }
}
