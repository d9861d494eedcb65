using System.Text.RegularExpressions;
using CaseFlow.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static System.FormattableString;

namespace CaseFlow.Architecture.Tests.Names;

/// <summary>Words that say nothing are kept out of names.</summary>
public sealed partial class NameTests
{
    private static readonly string[] Empty =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Impl", "Info", "Data"];

    [Fact]
    public void Types_EveryName_SaysWhatItIs() =>
        SourceFile.Product
            .SelectMany(file => file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                .Select(type => (file, type)))
            .Where(found => Words(found.type.Identifier.Text).Intersect(Empty).Any())
            .Select(found => $"{found.file.Place(found.type)}: {found.type.Identifier.Text}")
            .Should().BeEmpty();

    [Fact]
    public void Files_EveryName_SaysWhatItIs() =>
        SourceFile.Product
            .Where(file => file.Path.Split('/', '.').SelectMany(Words).Intersect(Empty).Any())
            .Select(file => file.Path)
            .Should().BeEmpty();

    [Fact]
    public void Folders_EveryNamespace_FollowsItsFolder() =>
        SourceFile.Product
            .SelectMany(file => file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
                .Select(space => (file, space)))
            .Where(found => found.space.Name.ToString() != NamespaceOf(found.file.Path))
            // Where embedders look for `Add…`, by the platform's custom.
            .Where(found => found.space.Name.ToString() != "Microsoft.Extensions.DependencyInjection")
            .Select(found => Invariant($"{found.file.Path}: namespace {found.space.Name}"))
            .Should().BeEmpty();

    private static IEnumerable<string> Words(string name) => Word().Matches(name).Select(match => match.Value);

    /// <summary>src/CaseFlow.Rules/Syntax/Tree/X.cs is in CaseFlow.Rules.Syntax.Tree.</summary>
    private static string NamespaceOf(string path) => string.Join('.', path.Split('/')[1..^1]);

    [GeneratedRegex("[A-Z][a-z]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
