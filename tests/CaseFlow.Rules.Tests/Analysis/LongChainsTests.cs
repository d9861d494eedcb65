using System.Globalization;
using System.Text;
using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Tests.Binding;

namespace CaseFlow.Rules.Tests.Analysis;

/// <summary>What reads one another deeper than a thread's stack goes is not analysed, and ends nothing.</summary>
public sealed class LongChainsTests
{
    // As many as a pack may hold, nearly: each is three levels.
    private const int Links = 300;

    [Fact]
    public void Of_ALongChainOfDefinitions_StopsAndSaysSo()
    {
        var text = new StringBuilder("define d0 : number per LC art 1 as petition.contents\n");
        for (var next = 1; next < Links; next++)
        {
            text.Append(CultureInfo.InvariantCulture, $"define d{next} : number per LC art 1 as if petition.complex ")
                .Append(CultureInfo.InvariantCulture, $"then d{next - 1} + 1 else d{next - 1}\n");
        }

        var pack = SmallPack.Sound(text + SmallPack.Decision(string.Create(
            CultureInfo.InvariantCulture, $"rule r per LC art 1 when d{Links - 1} is 1 then term is 1 day")));

        var report = SmallStack.Run(() => PackAnalysis.Of(pack, AnalysisBudget.Default));

        report.Findings.Select(finding => finding.Diagnostic.Code).Should().Contain(RulesCodes.AnalysisStopped);
    }
}
