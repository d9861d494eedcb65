using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static System.FormattableString;

namespace CaseFlow.Architecture.Tests.Sources;

/// <summary>A C# file of the working copy with its syntax tree.</summary>
internal sealed class SourceFile
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None);

    private SourceFile(string path)
    {
        Path = path;
        var text = File.ReadAllText(Repository.PathOf(path));
        Lines = text.TrimEnd('\n').Split('\n');
        Root = CSharpSyntaxTree.ParseText(text, Options, path).GetRoot();
    }

    /// <summary>All files under src, tests and bench, generated ones excepted.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
        [.. Tree.Files("src", "tests", "bench", "samples").Where(IsCode).Select(path => new SourceFile(path))];

    /// <summary>The files of the product.</summary>
    public static IEnumerable<SourceFile> Product => All.Where(file => file.IsUnder("src"));

    /// <summary>Relative to the repository, with forward slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    public SyntaxNode Root { get; }

    public bool IsTest => IsUnder("tests");

    /// <summary>`path:line` of a node.</summary>
    public string Place(SyntaxNode node) =>
        Invariant($"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}");

    private bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static bool IsCode(string path) =>
        path.EndsWith(".cs", StringComparison.Ordinal) && !path.Contains("/Generated/", StringComparison.Ordinal);
}
