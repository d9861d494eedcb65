using System.Globalization;
using System.Text;
using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Analysis;

/// <summary>
/// The packs of one module below `conformance/analysis`, and what the analysis is to find in each: findings in both
/// languages with their places, articles and fixes, and the case that shows them. With CASEFLOW_WRITE_EXPECTED=1 the
/// expected files are written anew, to be read before they are committed.
/// </summary>
internal static class AnalysisConformance
{
    private const string Root = "tests/CaseFlow.Rules.Tests/conformance/analysis/";

    private const string Main = "main.cfr";

    // The outlines of laws that modules may name.
    private static readonly (string Path, string Text)[] Outlines =
    [
        .. Directory.GetFiles(Repository.PathOf(Root + "data"), "*.csv")
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
    ];

    private static bool Writes => Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1";

    /// <summary>`gap/CF5101.member.en` and so on; of one folder, or of all but one.</summary>
    public static TheoryData<string> Modules(Func<string, bool> folder) =>
    [
        .. Directory.GetDirectories(Repository.PathOf(Root))
            .Where(path => folder(Path.GetFileName(path)))
            .SelectMany(path => Directory.GetFiles(path, "*.cfr")
                .Select(file => Path.GetFileName(path) + "/" + Path.GetFileNameWithoutExtension(file)))
            .Order(StringComparer.Ordinal),
    ];

    public static string Text(string module) => File.ReadAllText(Repository.PathOf(Root + module + ".cfr"));

    public static BoundPack Load(string text)
    {
        var loaded = RulePack.Load(InMemoryRuleSource.OfTexts(
            [("pack.json", """{"name":"test"}"""), (Main, text), .. Outlines]));
        loaded.Pack.Should().NotBeNull(string.Join("; ", loaded.Diagnostics.Select(finding =>
            finding.Span + " " + finding.Code + " " + finding.Message(TextPack.English))) + "\n" + text);
        return loaded.Pack!;
    }

    public static AnalysisReport Analyse(string text) => PackAnalysis.Of(Load(text), AnalysisBudget.Default);

    public static string Lines(AnalysisReport report)
    {
        var lines = new StringBuilder();
        foreach (var (finding, witness) in report.Findings.Select(found => (found.Diagnostic, found.Witness)))
        {
            var severity = finding.Severity == Severity.Error ? "error" : "warning";
            Add(lines, $"{Place(finding.Span)} {severity} {finding.Code}");
            Add(lines, "  en: " + finding.Message(TextPack.English));
            Add(lines, "  vi: " + finding.Message(TextPack.Vietnamese));
            finding.Related.ToList().ForEach(place => Add(lines, $"  related {Place(place.Span)} {place.Label}"));
            Add(lines, finding.Law is null ? null : "  law " + finding.Law);
            Block(lines, "  example", witness?.Example);
            foreach (var edit in finding.Fixes.SelectMany(fix => fix.Edits))
            {
                var text = edit.NewText.Trim('\n');
                var isShown = text == witness?.Example.Trim('\n');
                Block(lines, "  fix at " + Place(edit.Span), isShown ? "(the example)" : text);
            }
        }

        return lines.ToString();
    }

    public static void ShouldBeExpected(string module, string actual)
    {
        var path = Repository.PathOf(Root + module + ".diag");
        if (Writes)
        {
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        actual.Should().Be(File.ReadAllText(path), $"this is what {module}.diag says");
    }

    private static string Place(SourceSpan span) =>
        (span.File == Main ? "" : span.File + ":")
        + string.Create(CultureInfo.InvariantCulture, $"{span.Line}:{span.Column}");

    private static void Block(StringBuilder lines, string head, string? text)
    {
        if (text is not null)
        {
            Add(lines, head);
            text.TrimEnd('\n').Split('\n').ToList().ForEach(line => Add(lines, "    | " + line));
        }
    }

    private static void Add(StringBuilder lines, string? line)
    {
        if (line is not null)
        {
            lines.Append(line.TrimEnd()).Append('\n');
        }
    }
}
