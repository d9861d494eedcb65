using System.Text;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Tests.Diagnostics;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Binding;

/// <summary>
/// The folders below `conformance/packs/bad`: what no single module can get wrong. `findings.diag` holds what is said
/// of each; with CASEFLOW_WRITE_EXPECTED=1 it is written anew, to be read before it is committed.
/// </summary>
public sealed class BadPacksTests
{
    private const string Expected = "findings.diag";

    private static string Root => Repository.PathOf("tests/CaseFlow.Rules.Tests/conformance/packs/bad");

    /// <summary>`CF2113.en`, `CF2402-outline.vi` and so on.</summary>
    public static TheoryData<string> Folders() =>
        [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Load_OfABadPack_GivesTheExpectedFindings(string folder)
    {
        var files = Files(folder);
        var said = new StringBuilder();
        foreach (var finding in Findings(files))
        {
            var text = files.TryGetValue(finding.Span.File, out var bytes) ? Encoding.UTF8.GetString(bytes) : "";
            said.Append(finding.Span.File).Append('\n').Append(FindingText.Of([finding], text));
        }

        var path = Path.Combine(Root, folder, Expected);
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            File.WriteAllText(path, said.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        said.ToString().Should().Be(File.ReadAllText(path), $"this is what {folder}/{Expected} says");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Load_OfABadPack_FindsTheCodeItIsNamedAfter(string folder) =>
        Findings(Files(folder)).Select(finding => finding.Code)
            .Should().Contain(folder[..folder.IndexOfAny(['.', '-'])]);

    internal static IReadOnlyList<Diagnostic> Findings(IReadOnlyDictionary<string, byte[]> files) =>
        RulePack.Load(new InMemoryRuleSource(files)).Diagnostics;

    internal static Dictionary<string, byte[]> Files(string folder) => Directory.GetFiles(Path.Combine(Root, folder))
        .Where(path => Path.GetFileName(path) != Expected)
        .ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes, StringComparer.Ordinal);
}
