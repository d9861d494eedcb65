using System.Text;
using CaseFlow.Rules.Formatting;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Formatting;

/// <summary>
/// Modules as no one should leave them, below `conformance/format`, and beside each its canonical layout. With
/// CASEFLOW_WRITE_EXPECTED=1 the layouts are written anew, to be read before they are committed.
/// </summary>
public sealed class FormatConformanceTests
{
    private const string Folder = "tests/CaseFlow.Rules.Tests/conformance/format";

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Repository.PathOf(Folder), "*.cfr")
        .Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Format_OfAModule_GivesItsCanonicalLayout(string name)
    {
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(Repository.PathOf($"{Folder}/{name}.cfr")));
        var expected = Path.Combine(Repository.PathOf(Folder), name + ".formatted");

        var result = RuleFormatter.Format(name, text);

        result.Diagnostics.Should().BeEmpty();
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            File.WriteAllText(expected, result.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        result.Text.Should().Be(File.ReadAllText(expected));
        RuleFormatter.Format(name, result.Text).Text.Should().Be(result.Text);
    }
}
