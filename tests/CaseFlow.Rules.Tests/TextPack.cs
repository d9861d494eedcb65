using System.Globalization;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests;

/// <summary>A pack of one module, from its text.</summary>
internal static class TextPack
{
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    public static CompiledPack Of(string module, params (string Path, string Text)[] others)
    {
        var source = InMemoryRuleSource.OfTexts(
            [("pack.json", """{"name":"test","version":"1","language":"1"}"""),
                ("main.cfr", "language en\nmodule test\n" + module), .. others]);
        var loaded = RulePack.Load(source);
        loaded.Pack.Should().NotBeNull(
            string.Join("; ", loaded.Diagnostics.Select(finding => finding.Span
                + " " + finding.Code + " " + finding.Message(English))));
        return new CompiledPack(loaded.Pack!);
    }
}
