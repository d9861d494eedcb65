using System.Text;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Tests.Binding;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Diagnostics;

/// <summary>
/// A fix mends what it is offered for: applied to the text, the finding is gone and nothing new is wrong. Tried with
/// every fix of every bad module and pack of the conformance suite.
/// </summary>
public sealed class FixTests
{
    private const string Root = "tests/CaseFlow.Rules.Tests/conformance/";

    public static TheoryData<string> BoundModules() => BindingConformance.Modules("bad");

    public static TheoryData<string> ParsedModules() => Syntax.BadModulesTests.Modules();

    public static TheoryData<string> Packs() => BadPacksTests.Folders();

    [Theory]
    [MemberData(nameof(BoundModules))]
    public void Fix_OfABoundModule_MendsItsFindingAndBreaksNothing(string module)
    {
        var text = BindingConformance.Text(module);

        Try(text, changed => [.. BindingConformance.Of(BindingConformance.LoadText(changed))]);
    }

    [Theory]
    [MemberData(nameof(ParsedModules))]
    public void Fix_OfAParsedModule_MendsItsFindingAndBreaksNothing(string module)
    {
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(Repository.PathOf(Root + "parse/bad/" + module + ".cfr")));

        Try(text, changed => ModuleParser.Parse(module, Encoding.UTF8.GetBytes(changed)).Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Fix_OfAPack_MendsItsFindingAndBreaksNothing(string folder)
    {
        var files = BadPacksTests.Files(folder);
        foreach (var module in files.Keys.Where(path => path.EndsWith(".cfr", StringComparison.Ordinal)).ToList())
        {
            Try(Encoding.UTF8.GetString(files[module]), changed => [.. BadPacksTests.Findings(
                new Dictionary<string, byte[]>(files) { [module] = Encoding.UTF8.GetBytes(changed) })
                .Where(finding => finding.Span.File == module)]);
        }
    }

    private static void Try(string text, Func<string, IReadOnlyList<Diagnostic>> find)
    {
        var before = find(text);
        foreach (var finding in before)
        {
            foreach (var fix in finding.Fixes)
            {
                var after = find(Applied(text, fix));
                var what = $"{finding.Span} {finding.Code} was mended by: {FindingText.Of(fix, text)}";
                after.Count(other => other.Code == finding.Code)
                    .Should().BeLessThan(before.Count(other => other.Code == finding.Code), what);
                if (finding.Code != RulesCodes.UnclosedText)
                {
                    // What stands behind a text that is not closed is not told until it is.
                    Said(after).Except(Said(before)).Should().BeEmpty(what);
                }
            }
        }
    }

    // Without their places, which a fix may move.
    private static IEnumerable<string> Said(IEnumerable<Diagnostic> findings) =>
        findings.Select(finding => finding.Code + " " + finding.Message(TextPack.English));

    private static string Applied(string text, TextFix fix)
    {
        var changed = new StringBuilder(text);
        foreach (var edit in fix.Edits.OrderByDescending(edit => edit.Span.Start))
        {
            changed.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        }

        return changed.ToString();
    }
}
