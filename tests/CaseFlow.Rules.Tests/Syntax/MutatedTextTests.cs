using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>
/// Words of good modules deleted, doubled, swapped, replaced: whatever comes out, the parser answers with findings at
/// places of the text. CASEFLOW_SEED repeats a run, CASEFLOW_MUTANTS lengthens it.
/// </summary>
public sealed partial class MutatedTextTests(ITestOutputHelper output)
{
    private const int Mutants = 3_000;

    private static readonly string[] Oddities =
    [
        "|", "||", "\"", "`", "#", "\n", "\u202E", "\0", "\uD800", "%", "..", "-", "9", "1.2.3", "until", "(", "{", "]",
        "end", "hết", ".", "per", "khi",
    ];

    [Fact]
    public void Parse_OfMutatedModules_AnswersWithFindingsInOrderAndInPlace()
    {
        var seed = Setting("CASEFLOW_SEED", new Random().Next());
        var count = Setting("CASEFLOW_MUTANTS", Mutants);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CASEFLOW_SEED={seed} CASEFLOW_MUTANTS={count}"));
        var random = new Random(seed);
        var modules = Conformance.Modules("good")
            .Select(name => Encoding.UTF8.GetString(Conformance.Read("good", name)))
            .Select(text => WordOrSpace().Matches(text).Select(match => match.Value).ToArray()).ToArray();

        for (var i = 0; i < count; i++)
        {
            var text = Mutate(modules[random.Next(modules.Length)], modules, random);
            var result = ModuleParser.Parse("a.cfr", text);
            ShouldBeInPlace(result, text);
        }
    }

    private static string Mutate(string[] words, string[][] modules, Random random)
    {
        var mutant = words.ToList();
        for (var changes = random.Next(1, 6); changes > 0 && mutant.Count > 0; changes--)
        {
            var at = random.Next(mutant.Count);
            switch (random.Next(6))
            {
                case 0:
                    mutant.RemoveAt(at);
                    break;
                case 1:
                    mutant.Insert(at, mutant[random.Next(mutant.Count)]);
                    break;
                case 2:
                    mutant[at] = Oddities[random.Next(Oddities.Length)];
                    break;
                case 3:
                    var other = modules[random.Next(modules.Length)];
                    mutant[at] = other[random.Next(other.Length)];
                    break;
                case 4:
                    mutant.RemoveRange(at, Math.Min(random.Next(1, 40), mutant.Count - at));
                    break;
                default:
                    mutant[at] = mutant[at][..random.Next(mutant[at].Length)];
                    break;
            }
        }

        return string.Concat(mutant);
    }

    private static void ShouldBeInPlace(ParseResult result, string text)
    {
        var last = 0;
        foreach (var finding in result.Diagnostics)
        {
            var inText = finding.Span.Start >= last && finding.Span.End <= text.Length && finding.Span.Length >= 0;
            inText.Should().BeTrue("{0} at {1} lies in the text, in order:\n{2}", finding.Code, finding.Span, text);
            finding.Message(CultureInfo.InvariantCulture).Should().NotBe(finding.Code);
            last = finding.Span.Start;
        }

        var broken = result.Module.Declarations.Any(item => item is ErrorDeclaration);
        (broken && result.Diagnostics.All(finding => finding.Severity == Severity.Warning)).Should()
            .BeFalse("what could not be read is reported:\n{0}", text);
    }

    private static int Setting(string variable, int otherwise)
    {
        var text = Environment.GetEnvironmentVariable(variable);
        return int.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
    }

    [GeneratedRegex(@"\w+|\s+|.", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex WordOrSpace();
}
