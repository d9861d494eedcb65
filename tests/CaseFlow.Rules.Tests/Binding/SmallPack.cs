using System.Text;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Binding;

/// <summary>A pack of `conformance/base.cfr` and one module of text.</summary>
internal static class SmallPack
{
    /// <summary>The findings and the pack of a module that imports `base`.</summary>
    public static LoadResult Load(string body) => Load(body, []);

    /// <summary>The same with more files.</summary>
    public static LoadResult Load(string body, (string Path, string Text)[] more)
    {
        var files = more.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text));
        files["base.cfr"] = File.ReadAllBytes(Repository.PathOf("tests/CaseFlow.Rules.Tests/conformance/base.cfr"));
        files["test.cfr"] = Encoding.UTF8.GetBytes("language en\nmodule test\nimport base\n" + body);
        return RulePack.Load(new InMemoryRuleSource(files));
    }

    /// <summary>The pack of a module without faults.</summary>
    public static BoundPack Sound(string body)
    {
        var result = Load(body);
        BindingConformance.Lines(result).Should().BeEmpty();
        return result.Pack!;
    }

    /// <summary>A decision `d` that gives `term`, with this body.</summary>
    public static string Decision(string body) =>
        "decision d\n gives term : duration optional\n by date petition.received_on\n hit single\n"
        + body
        + "\nend decision\n";
}
