using System.Globalization;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Releasing;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests.Releasing;

/// <summary>What stands against a release, all of it at once; and what a release is.</summary>
public sealed class ReleaseCheckTests
{
    private const string Sound =
        """
        law L "Law" from 2012-07-01
        facts p { on : date  a : boolean }
        decision d gives level : number by date p.on hit single
          rule one per L art 1 when p.a then level is 1
          otherwise level is 0 per practice "usage"
        end decision
        example "one" given p.on is 2021-01-01 and p.a is yes expect d.level is 1
        example "none" given p.on is 2021-01-01 and p.a is no expect d.level is 0

        """;

    private static readonly string[] Signed = ["Legal Department"];

    [Fact]
    public void Check_OfASoundAndSignedPack_RefusesNothingAndListsPractices()
    {
        var report = ReleaseCheck.Of(TextPack.Of(Sound), Signed);

        Codes(report).Should().BeEmpty();
        report.Practices.Should().Equal("usage");
        (report.Examples, report.Coverage.Percent).Should().Be((2, 100m));
    }

    [Fact]
    public void Check_OfAPackUnsoundInEveryWay_TellsAllOfItByPlace()
    {
        var pack = TextPack.Of(
            """
            law L "Law" from 2012-07-01
            law M "Other" from 2012-07-01 unverified
            facts p { on : date  a : boolean  b : boolean }
            decision d gives level : number by date p.on hit single
              rule one per L art 1 unverified when p.a then level is 1
              rule two per M art 1, M art 2 when p.b then level is 2
            end decision
            example "wrong" given p.on is 2021-01-01 and p.a is yes and p.b is no expect d.level is 9
            """);

        var report = ReleaseCheck.Of(pack, []);

        report.Refusals.Select(Told)
            .Should().BeEquivalentTo(
                "4 CF6002 M,2",
                "6 CF6003 CF5101",
                "8 CF6003 CF5102",
                "7 CF6001 L art 1",
                "7 CF6006 one,d",
                "8 CF6006 two,d",
                "10 CF6005 wrong",
                "1 CF6007 ");
        report.Refusals.Should().OnlyContain(refusal => refusal.Severity == Severity.Error);
        report.IsReleasable.Should().BeFalse();
    }

    [Fact]
    public void Check_OfAPackWithoutNameAndVersion_RefusesBoth()
    {
        var loaded = RulePack.Load(InMemoryRuleSource.OfTexts([("m.cfr", "language en\nmodule m\n" + Sound)]));

        Codes(ReleaseCheck.Of(new CompiledPack(loaded.Pack!), Signed)).Should().Equal("CF6008", "CF6008");
    }

    [Fact]
    public void Release_OfASoundPack_NamesItsContentDayAndSignatures()
    {
        var pack = TextPack.Of(Sound);
        var signature = new ReleaseSignature(new DateOnly(2026, 12, 1), Signed);

        var release = ReleaseJson.Write(pack.Pack, ReleaseCheck.Of(pack, Signed), signature);

        release["packHash"]!.GetValue<string>().Should().Be(pack.Pack.Hash);
        release["date"]!.GetValue<string>().Should().Be("2026-12-01");
        release["signedBy"]!.ToJsonString().Should().Be("""["Legal Department"]""");
        release["version"]!.GetValue<string>().Should().Be(pack.Pack.Manifest.Version);
        release.ToJsonString().Should().Be(
            ReleaseJson.Write(pack.Pack, ReleaseCheck.Of(pack, Signed), signature).ToJsonString());
    }

    [Fact]
    public void Release_OfARefusedPack_CannotBeWritten()
    {
        var pack = TextPack.Of(Sound);
        var writing = () => ReleaseJson.Write(
            pack.Pack, ReleaseCheck.Of(pack, []), new ReleaseSignature(new DateOnly(2026, 12, 1), []));

        writing.Should().Throw<ArgumentException>();
    }

    private static string Told(Diagnostic refusal) => string.Create(
        CultureInfo.InvariantCulture,
        $"{refusal.Span.Line} {refusal.Code} {string.Join(',', refusal.Arguments)}");

    private static IEnumerable<string> Codes(ReleaseReport report) => report.Refusals.Select(refusal => refusal.Code);
}
