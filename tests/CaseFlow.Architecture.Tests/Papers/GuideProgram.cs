using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CaseFlow.Architecture.Tests.Papers;

/// <summary>The program of a guide: it compiles and runs.</summary>
internal static class GuideProgram
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    /// <summary>The exit code of the one program of a document.</summary>
    public static object? Run(string document, params string[] arguments)
    {
        var program = FencedBlock.Read(document, "csharp").Single();
        using var image = new MemoryStream();

        var emitted = Compile(program.Text).Emit(image);

        emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => found.ToString())
            .Should().BeEmpty();
        return Assembly.Load(image.ToArray()).EntryPoint!.Invoke(null, [arguments]);
    }

    private static CSharpCompilation Compile(string program) => CSharpCompilation.Create(
        "Guide" + program.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
        [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(program)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication));
}
