using System.Text;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Tests.Diagnostics;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Binding;

/// <summary>
/// The small modules below `conformance/bind`, `types` and `check`, each loaded beside `conformance/base.cfr`, and
/// what is expected of them. With CASEFLOW_WRITE_EXPECTED=1 the expected files are written anew, to be read before
/// they are committed.
/// </summary>
internal static class BindingConformance
{
    private const string Root = "tests/CaseFlow.Rules.Tests/conformance/";
    private const string ModulePath = "test.cfr";

    private const string Agencies =
        """{ "agencies": [{ "id": "office", "level": "province", "roles": { "officer": ["one"] } }] }""";

    private static bool Writes => Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1";

    /// <summary>`bind/bad/CF2101.en` and so on.</summary>
    public static TheoryData<string> Modules(string kind) =>
    [
        .. ((string[])["bind", "types", "check"]).SelectMany(folder => Directory
            .GetFiles(Repository.PathOf(Root + folder + "/" + kind), "*.cfr")
            .Select(file => folder + "/" + kind + "/" + Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)),
    ];

    public static LoadResult Load(string module) => LoadText(Text(module));

    public static string Text(string module) => File.ReadAllText(Repository.PathOf(Root + module + ".cfr"));

    /// <summary>The same with the text of a module that is no file.</summary>
    public static LoadResult LoadText(string text) => Load(Encoding.UTF8.GetBytes(text));

    private static LoadResult Load(byte[] module) => RulePack.Load(new InMemoryRuleSource(
        new Dictionary<string, byte[]>
        {
            ["pack.json"] = Encoding.UTF8.GetBytes("""{ "name": "test", "agencies": "agencies.json" }"""),
            ["agencies.json"] = Encoding.UTF8.GetBytes(Agencies),
            ["base.cfr"] = File.ReadAllBytes(Repository.PathOf(Root + "base.cfr")),
            [ModulePath] = module,
        }));

    /// <summary>All that is said of the module itself.</summary>
    /// <param name="result">What loading gave.</param>
    /// <param name="text">The module that was loaded, where fixes are to be read.</param>
    public static string Lines(LoadResult result, string text = "") => FindingText.Of(Of(result), text);

    public static IEnumerable<Diagnostic> Of(LoadResult result) =>
        result.Diagnostics.Where(finding => finding.Span.File == ModulePath);

    public static void ShouldBeExpected(string module, string actual)
    {
        var path = Repository.PathOf(Root + module + ".diag");
        if (Writes)
        {
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        actual.Should().Be(File.ReadAllText(path), $"this is what {module}.diag says");
    }
}
