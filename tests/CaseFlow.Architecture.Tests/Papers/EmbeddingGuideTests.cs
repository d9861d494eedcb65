using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CaseFlow.Architecture.Tests.Papers;

/// <summary>The program of the embedding guide compiles and does what the guide says.</summary>
public sealed class EmbeddingGuideTests
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    [Fact]
    public void Program_OfTheGuide_CompilesAndRuns()
    {
        var program = FencedBlock.Read("docs/guides/embedding.md", "csharp").Single();
        using var image = new MemoryStream();

        var emitted = Compile(program.Text).Emit(image);

        emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => found.ToString())
            .Should().BeEmpty();
        Run(image, Repository.PathOf("packs/vietnam-petitions")).Should().Be(0);
    }

    private static CSharpCompilation Compile(string program) => CSharpCompilation.Create(
        "Guide",
        [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(program)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication));

    private static object? Run(MemoryStream image, string pack) =>
        Assembly.Load(image.ToArray()).EntryPoint!.Invoke(null, [new[] { pack }]);
}
