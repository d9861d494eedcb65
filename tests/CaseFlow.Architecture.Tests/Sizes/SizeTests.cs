using CaseFlow.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static System.FormattableString;

namespace CaseFlow.Architecture.Tests.Sizes;

/// <summary>The house's limits on size; the medians are printed, the maxima are held.</summary>
public sealed class SizeTests(ITestOutputHelper output)
{
    private const int FileLines = 500;
    private const int TestFileLines = 600;
    private const int MethodLines = 70;
    private const int LineLength = 120;
    private const int Nesting = 3;

    [Fact]
    public void Files_EveryFile_StaysUnderItsLimit()
    {
        Report("file lines", SourceFile.Product.Select(file => file.Lines.Count));

        SourceFile.All
            .Where(file => file.Lines.Count > (file.IsTest ? TestFileLines : FileLines))
            .Select(file => Invariant($"{file.Path}: {file.Lines.Count} lines"))
            .Should().BeEmpty();
    }

    [Fact]
    public void Methods_EveryMethod_StaysUnderItsLimit()
    {
        Report("method lines", SourceFile.Product.SelectMany(file => Methods(file.Root)).Select(LinesOf));

        SourceFile.All
            .SelectMany(file => Methods(file.Root).Select(method => (file, method)))
            .Where(found => LinesOf(found.method) > MethodLines)
            .Select(found => Invariant($"{found.file.Place(found.method)}: {LinesOf(found.method)} lines"))
            .Should().BeEmpty();
    }

    [Fact]
    public void Lines_EveryLine_StaysUnderItsLimit() =>
        SourceFile.All
            .SelectMany(file => file.Lines.Select((line, index) => (file, line, index)))
            .Where(found => found.line.Length > LineLength)
            .Select(found => Invariant($"{found.file.Path}:{found.index + 1}: {found.line.Length} characters"))
            .Should().BeEmpty();

    [Fact]
    public void Nesting_EveryStatement_StaysUnderItsLimit() =>
        SourceFile.All
            .SelectMany(file => file.Root.DescendantNodes().OfType<StatementSyntax>().Select(node => (file, node)))
            .Where(found => Nests(found.node) && Depth(found.node) > Nesting)
            .Select(found => Invariant($"{found.file.Place(found.node)}: depth {Depth(found.node)}"))
            .Should().BeEmpty();

    private static IEnumerable<SyntaxNode> Methods(SyntaxNode root) =>
        root.DescendantNodes().Where(node =>
            node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax);

    private static int LinesOf(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    /// <summary>How many nesting statements enclose it, itself included; `else if` continues its `if`.</summary>
    private static int Depth(SyntaxNode node) => node.AncestorsAndSelf()
        .TakeWhile(above => above is not MemberDeclarationSyntax)
        .Count(above => Nests(above) && above.Parent is not ElseClauseSyntax);

    private static bool Nests(SyntaxNode node) => node
        is IfStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax
        or DoStatementSyntax or SwitchStatementSyntax or TryStatementSyntax or UsingStatementSyntax
        or LockStatementSyntax;

    private void Report(string what, IEnumerable<int> sizes)
    {
        var sorted = sizes.Order().ToList();
        if (sorted.Count > 0)
        {
            var p95 = sorted[(sorted.Count - 1) * 95 / 100];
            var median = sorted[sorted.Count / 2];
            output.WriteLine(Invariant($"{what}: median {median}, p95 {p95}, max {sorted[^1]}, n {sorted.Count}"));
        }
    }
}
