using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Tests.Binding;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>Values that no condition tells apart are tried once; whatever else reads a fact keeps them apart.</summary>
public sealed class AlikeValuesTests
{
    private const string Head = "language en\nmodule test\nimport base\n";

    [Theory]
    [InlineData("petition.kind is one of (denunciation, feedback)", new[] { 1, 2 })]
    [InlineData("not (petition.kind is complaint) or petition.kind is feedback", new[] { 1, 1, 1 })]
    [InlineData("petition.kind is after denunciation", new[] { 2, 1 })]
    [InlineData("petition.complex", new[] { 3 })]
    public void Values_InConditions_AreAlikeWhereEachTestSaysTheSame(string condition, int[] counts) =>
        Counts($"rule r per LC art 1 when {condition} then told is complaint").Should().Equal(counts);

    [Fact]
    public void Values_ToldInAnOutput_AreAllTheirOwn() =>
        Counts("rule r per LC art 1 then told is petition.kind").Should().Equal(1, 1, 1);

    [Fact]
    public void Values_AskedByADefinitionThatTheDecisionReads_AreToldApartByIt() =>
        Counts(
            "rule r per LC art 1 when plain then told is complaint",
            "define plain : boolean per LC art 1 as petition.kind is feedback\n").Should().Equal(2, 1);

    private static IEnumerable<int> Counts(string rule, string before = "")
    {
        const string opening = "decision d gives told : kind by date petition.received_on hit single\n";
        var text = Head + before + opening + rule + "\nend decision";
        var pack = new CompiledPack(BindingConformance.LoadText(text).Pack!);
        var kind = pack.FactOf("petition.kind")!;
        var values = kind.Type.Enum!.Members.Select(member => (Value)new EnumValue(member)).ToList();

        return pack.AlikeValuesFor(pack.DecisionNamed("d")!).Of(kind, values).Select(group => group.Count);
    }
}
