using CaseFlow.Rules.Analysis;

namespace CaseFlow.Rules.Tests.Analysis;

/// <summary>Numbers at the ends of what a number can be: the analysis says what it finds, and goes on.</summary>
public sealed class AnalysisEdgeTests
{
    private const string Largest = "79228162514264337593543950335";

    private const string Smallest = "0.0000000000000000000000000001";

    [Theory]
    [InlineData("p.n is more than " + Largest)]
    [InlineData("p.n is at most 0 or p.n is at least " + Smallest)]
    [InlineData("p.n is less than -" + Largest)]
    [InlineData("count of p.list is at most " + Largest)]
    [InlineData("p.n is at least -" + Largest + " and p.n is at most " + Largest)]
    public void Analysis_OfANumberAtTheEnd_Answers(string condition)
    {
        var analysing = () => Analyse($"""
            decision a gives x : number by date today hit single
              rule one per practice "x" when {condition} then x is 1
            end decision
            """);

        analysing.Should().NotThrow();
    }

    [Fact]
    public void Analysis_OfATotalBeyondTheLargestNumber_Answers()
    {
        var report = Analyse("""
            decision s gives x : number by date today hit sum
              rule one per practice "x" when p.flag then add 50000000000000000000000000000
              rule two per practice "x" when p.other then add 50000000000000000000000000000
            end decision
            decision a gives x : number by date today hit single
              rule much per practice "x" when s.x is at least 5 then x is 1
              otherwise x is 2 per practice "x"
            end decision
            """);

        report.IsCutShort.Should().BeFalse();
    }

    private static AnalysisReport Analyse(string decisions) => AnalysisConformance.Analyse(
        "language en\nmodule test\n"
        + "facts p { n : number  flag : boolean  other : boolean  list : list of number at most 5 }\n" + decisions);
}
