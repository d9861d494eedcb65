using System.Text;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Tests.Diagnostics;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>
/// The modules below `conformance/parse` and what is expected of them, beside them. With CASEFLOW_WRITE_EXPECTED=1 the
/// expected files are written anew, to be read before they are committed.
/// </summary>
internal static class Conformance
{
    private static bool Writes => Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1";

    /// <summary>Names of the modules in a folder, without `.cfr`.</summary>
    public static IEnumerable<string> Modules(string folder) => Directory.GetFiles(PathOf(folder), "*.cfr")
        .Select(file => Path.GetFileNameWithoutExtension(file)!)
        .Order(StringComparer.Ordinal);

    public static byte[] Read(string folder, string module) =>
        File.ReadAllBytes(Path.Combine(PathOf(folder), module + ".cfr"));

    public static void ShouldBeExpected(string folder, string file, string actual)
    {
        var path = Path.Combine(PathOf(folder), file);
        if (Writes)
        {
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        actual.Should().Be(File.ReadAllText(path), $"this is what {file} says");
    }

    /// <summary>All that is said of a module.</summary>
    public static string Lines(IEnumerable<Diagnostic> findings, string module = "") =>
        FindingText.Of(findings, module);

    private static string PathOf(string folder) =>
        Repository.PathOf("tests/CaseFlow.Rules.Tests/conformance/parse/" + folder);
}
