using System.Text;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>
/// Every production of the grammar, once in English and once in Vietnamese words over the same names: both are read as
/// the one tree that stands beside them.
/// </summary>
public sealed class GoodModulesTests
{
    public static TheoryData<string> Modules() => [.. Conformance.Modules("good")];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Parse_OfAGoodModule_GivesItsTreeAndNoFinding(string module)
    {
        var result = ModuleParser.Parse(module, Conformance.Read("good", module));

        Conformance.Lines(result.Diagnostics).Should().BeEmpty();
        var tree = TreeDump.Of(result.Module.Declarations);
        Conformance.ShouldBeExpected("good", Path.GetFileNameWithoutExtension(module) + ".tree", tree);
        result.Module.Language.Should().Be(module[^2..]);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Parse_WithAnotherEncodingOfTheSameText_GivesTheSameTree(string module)
    {
        var text = Encoding.UTF8.GetString(Conformance.Read("good", module));
        var plain = TreeDump.Of(ModuleParser.Parse(module, text).Module);
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
        string[] others =
        [
            text.Replace("\n", "\r\n", StringComparison.Ordinal),
            text.Replace("\n", "\r", StringComparison.Ordinal),
            text.Normalize(NormalizationForm.FormD),
            "\uFEFF" + text,
        ];

        TreeDump.Of(ModuleParser.Parse(module, marked).Module).Should().Be(plain);
        foreach (var other in others)
        {
            TreeDump.Of(ModuleParser.Parse(module, other).Module).Should().Be(plain);
        }
    }

    [Fact]
    public void Modules_Together_HoldEveryKindOfNode()
    {
        var trees = string.Concat(Conformance.Modules("good")
            .Select(module => ModuleParser.Parse(module, Conformance.Read("good", module)).Module)
            .Select(TreeDump.Of));
        var kinds = typeof(SyntaxNode).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SyntaxNode)) && !type.IsAbstract)
            .Select(type => type.Name.Replace("Syntax", "", StringComparison.Ordinal))
            .Except(["Name", "QualifiedName", "PathExpression", nameof(ErrorDeclaration), nameof(ErrorExpression)]);

        kinds.Where(kind => !trees.Contains("(" + kind, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Parse_OfASpan_PointsAtTheTextAsItWasRead()
    {
        var module = ModuleParser.Parse("a.cfr", "\uFEFFlanguage en\r\nmodule m\r\n\r\nlaw LKN \"Luật\"\r\n").Module;

        var law = module.Declarations.Should().ContainSingle().Which.Should().BeOfType<LawSyntax>().Subject;
        (law.Span.Line, law.Span.Column, law.Span.Start).Should().Be((4, 1, 26));
        (law.Name.Span.Column, law.Name.Span.Length).Should().Be((5, 3));
        module.Module.Span.ToString().Should().Be("a.cfr:2:8");
    }

    [Fact]
    public void Parse_OfTheFirstLine_DoesNotCountTheByteOrderMark()
    {
        var result = ModuleParser.Parse("a.cfr", "\uFEFFlanguage fr module m");

        result.Diagnostics.Should().ContainSingle().Which.Span.Column.Should().Be(10);
    }
}
