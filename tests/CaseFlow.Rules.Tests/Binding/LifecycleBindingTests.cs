using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Tests.Binding;

/// <summary>Lifecycles and ladders are bound whole: sources expanded, effects in order, states found by name.</summary>
public sealed class LifecycleBindingTests
{
    private static readonly BoundLifecycle Good = Lifecycle("en");
    private static readonly BoundLifecycle Vietnamese = Lifecycle("vi");

    [Fact]
    public void Sources_OfASuperstate_AreItselfAndItsSubstates()
    {
        Body("stop").Sources.Select(state => state.Name).Should().Equal("working", "deep");
        Body("stop").WrittenSources.Select(state => state.Name).Should().Equal("working");
    }

    [Fact]
    public void Sources_Except_AreTakenOut() =>
        Body("dig").Sources.Select(state => state.Name).Should().Equal("working");

    [Fact]
    public void Sources_OfAnyOpenState_AreAllThatAreNotFinal()
    {
        Body("close").Sources.Select(state => state.Name).Should().Equal("open", "working", "deep");
        Body("close").WrittenSources.Should().BeEmpty();
    }

    [Fact]
    public void Effects_OfABody_KeepTheirOrder() =>
        Body("accept").Effects.Select(effect => effect.GetType()).Should().Equal(
            typeof(BoundSetsFact), typeof(BoundDeadlineEffect), typeof(BoundDeadlineEffect));

    [Fact]
    public void Refusal_OfAGuard_StandsInTheFilesLanguageAndInThoseOfItsLabels()
    {
        Body("accept").Guards.Single().Refusal.Should().Equal(
            new Dictionary<string, string> { ["vi"] = "sớm quá", ["en"] = "too early" });
        Vietnamese.Triggers[0].Versions.Single().Guards.Single().Refusal.Should().ContainKeys("vi", "en");
    }

    [Fact]
    public void Lifecycle_InVietnamese_IsTheSameAsInEnglish()
    {
        Vietnamese.Triggers.Select(trigger => trigger.Versions.Single().Effects.Count)
            .Should().Equal(Good.Triggers.Select(trigger => trigger.Versions.Single().Effects.Count));
        Vietnamese.Triggers[0].Versions.Single().Effects.OfType<BoundSetsFact>().Single().Fact.Path
            .Should().Be("petition.accepted_on");
    }

    [Fact]
    public void StateName_OfTwoLifecycles_MeansTheStateOfEither()
    {
        var pack = SmallPack.Load(Life("one", "done alias vi xong") + Life("two", "ended alias vi xong") + """
            ladder l for deadline handling
              per LC art 1
              step s at due then remind the holder
              stops when case.state is xong
            end ladder
            """).Pack!;

        pack.Ladders.Single().StopsWhen.Should().BeOfType<MembershipBoundExpression>()
            .Which.Choices.Cast<ConstantExpression>().Select(choice => ((TextValue)choice.Value).Value)
            .Should().Equal("done", "ended");
    }

    [Fact]
    public void Ladder_WithoutACalendar_CountsOnThatOfItsDeadline()
    {
        var pack = SmallPack.Sound("""
            ladder l for deadline handling
              per LC art 1
              step s at 2 working days before due then remind the holder and report to role unit_head level province
            end ladder
            """);

        var ladder = pack.Ladders.Single();
        ladder.Calendar!.Name.Should().Be("vn");
        ladder.Steps.Single().Actions.Should().Equal(
            new RemindBoundAction(new BoundRecipient(Rules.Syntax.Tree.RecipientKind.Holder, null, null)),
            new ReportBoundAction(new BoundRecipient(Rules.Syntax.Tree.RecipientKind.Role, "unit_head", "province")));
    }

    private static BoundLifecycle Lifecycle(string language) =>
        BindingConformance.Load("check/good/lifecycle." + language).Pack!.Lifecycles.Single();

    private static string Life(string name, string final) => $"""
        lifecycle {name} for petition.kind is complaint
          initial state open_{name} starts handling
          final state {final}
          trigger end_{name}
            per LC art 1
            from open_{name} goes to {final.Split(' ')[0]}
            meets handling
        end lifecycle

        """;

    private static BoundTriggerBody Body(string trigger) =>
        Good.Triggers.Single(candidate => candidate.Name == trigger).Versions.Single();
}
