using System.Text.RegularExpressions;
using CaseFlow.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static System.FormattableString;

namespace CaseFlow.Architecture.Tests.Names;

/// <summary>Nothing half done, nothing swallowed, nothing that leans on a folder outside the repository.</summary>
public sealed partial class HygieneTests
{
    [Fact]
    public void Product_NoFile_LeavesWorkForLater() =>
        SourceFile.Product
            .SelectMany(file => file.Lines.Select((line, index) => (file, line, index)))
            .Where(found => Unfinished().IsMatch(found.line))
            .Select(found => Invariant($"{found.file.Path}:{found.index + 1}: {found.line.Trim()}"))
            .Should().BeEmpty();

    [Fact]
    public void Catches_NoBlock_IsEmpty() =>
        SourceFile.All
            .SelectMany(file => file.Root.DescendantNodes().OfType<CatchClauseSyntax>().Select(node => (file, node)))
            .Where(found => found.node.Block.Statements.Count == 0)
            .Select(found => found.file.Place(found.node))
            .Should().BeEmpty();

    [Fact]
    public void Comments_NoComment_IsCodeSwitchedOff() =>
        SourceFile.All
            .SelectMany(file => file.Root.DescendantTrivia().Select(trivia => (file, trivia)))
            .Where(found => found.trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
                && CodeComment().IsMatch(found.trivia.ToString()))
            .Select(found => Invariant($"{found.file.Path}: {found.trivia}"))
            .Should().BeEmpty();

    [Fact]
    public void Suppressions_EveryPragma_IsClosedAgain() =>
        SourceFile.All
            .Where(file => file.Lines.Count(line => line.Contains("#pragma warning disable", StringComparison.Ordinal))
                != file.Lines.Count(line => line.Contains("#pragma warning restore", StringComparison.Ordinal)))
            .Where(file => file.Path != "tests/CaseFlow.Architecture.Tests/Names/HygieneTests.cs")
            .Select(file => file.Path)
            .Should().BeEmpty();

    [Fact]
    public void Product_NoFile_RefersToTheReferenceFolder() =>
        Tree.Files("src", "packs", "samples", "docs", "bench", ".ci").Concat(Tree.TopFiles())
            .Where(path => File.ReadAllText(Repository.PathOf(path)).Contains("../shared", StringComparison.Ordinal))
            .Should().BeEmpty();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^//\s*(var |if \(|return |foreach \(|await |public |private |internal ).*[;{)]\s*$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeComment();
}
