using CaseFlow.Engine.Definitions;

namespace CaseFlow.Engine.Tests.Definitions;

public sealed class StateMachineTests
{
    private enum Lamp
    {
        Off,
        On,
        Bright,
        Broken,
    }

    private enum Press
    {
        Switch,
        Dim,
        Hit,
        Wipe,
    }

    [Fact]
    public void Fire_OfAPermittedTrigger_GivesTheStateAndItsEntryEffectsAndRunsNothing()
    {
        var builder = new StateMachineBuilder<Lamp, Press>();
        builder.Configure(Lamp.Off).Permit(Press.Switch, Lamp.On);
        builder.Configure(Lamp.On).OnEntry("shine").OnEntry("count");
        var machine = builder.Build();

        var fired = machine.Fire(Lamp.Off, Press.Switch);

        fired.Outcome.Should().Be(FireOutcome.Moved);
        fired.State.Should().Be(Lamp.On);
        fired.Effects.Should().Equal("shine", "count");
    }

    [Fact]
    public void Fire_OfATriggerNobodyConfigured_IsNotPermitted()
    {
        var machine = new StateMachineBuilder<Lamp, Press>().Build();

        machine.Fire(Lamp.Off, Press.Hit).Should().BeEquivalentTo(
            new Fired<Lamp>(FireOutcome.NotPermitted, Lamp.Off, []));
    }

    [Fact]
    public void PermitIf_WhoseGuardSaysNo_TellsEveryUnmetGuard()
    {
        var builder = new StateMachineBuilder<Lamp, Press>();
        builder.Configure(Lamp.Off).PermitIf(
            Press.Switch, Lamp.On, (() => false, "has power"), (() => true, "has bulb"), (() => false, "is paid"));
        var machine = builder.Build();

        machine.CanFire(Lamp.Off, Press.Switch, out var unmet).Should().BeFalse();

        unmet.Should().Equal("has power", "is paid");
        machine.Fire(Lamp.Off, Press.Switch).Outcome.Should().Be(FireOutcome.GuardUnmet);
    }

    [Fact]
    public void PermitIf_TwiceWithBothGuardsTrue_IsAmbiguous()
    {
        var builder = new StateMachineBuilder<Lamp, Press>();
        builder.Configure(Lamp.Off)
            .PermitIf(Press.Switch, Lamp.On, () => true, "one")
            .PermitIf(Press.Switch, Lamp.Bright, () => true, "two");

        builder.Build().Fire(Lamp.Off, Press.Switch).Outcome.Should().Be(FireOutcome.Ambiguous);
    }

    [Fact]
    public void Substate_PermitsWhatItsSuperstatePermits()
    {
        var machine = Nested().Build();

        machine.Fire(Lamp.Bright, Press.Hit).State.Should().Be(Lamp.Broken);
    }

    [Fact]
    public void Substate_HidesTheSameTriggerOfItsSuperstateEvenWhereItsGuardSaysNo()
    {
        var machine = Nested().Build();

        machine.Fire(Lamp.Bright, Press.Switch).Outcome.Should().Be(FireOutcome.GuardUnmet);
        machine.Fire(Lamp.On, Press.Switch).State.Should().Be(Lamp.Off);
    }

    [Fact]
    public void Reentry_EmitsTheEntryEffectsAndIgnoreDoesNot()
    {
        var builder = new StateMachineBuilder<Lamp, Press>();
        builder.Configure(Lamp.On).OnEntry("shine").PermitReentry(Press.Switch).Ignore(Press.Wipe)
            .InternalTransition(Press.Dim, "dim");
        var machine = builder.Build();

        machine.Fire(Lamp.On, Press.Switch).Effects.Should().Equal("shine");
        machine.Fire(Lamp.On, Press.Wipe).Should().BeEquivalentTo(new Fired<Lamp>(FireOutcome.Ignored, Lamp.On, []));
        machine.Fire(Lamp.On, Press.Dim).Should().BeEquivalentTo(
            new Fired<Lamp>(FireOutcome.Internal, Lamp.On, ["dim"]));
    }

    [Fact]
    public void PermittedTriggers_OfAState_AreThoseThatWouldBeAccepted()
    {
        Nested().Build().PermittedTriggers(Lamp.Bright).Should().Equal(Press.Hit);
    }

    [Fact]
    public void Permit_OfTheSameState_IsRefusedWithTheWayOut()
    {
        var act = () => new StateMachineBuilder<Lamp, Press>().Configure(Lamp.On).Permit(Press.Switch, Lamp.On);

        act.Should().Throw<ArgumentException>().WithMessage("*PermitReentry*");
    }

    [Fact]
    public void Build_OfStatesThatLieInEachOther_IsRefused()
    {
        var builder = new StateMachineBuilder<Lamp, Press>();
        builder.Configure(Lamp.On).SubstateOf(Lamp.Bright);
        builder.Configure(Lamp.Bright).SubstateOf(Lamp.On);

        builder.Invoking(configured => configured.Build()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Fire_OfAMove_AllocatesNothing()
    {
        var machine = Nested().Build();
        machine.Fire(Lamp.On, Press.Switch);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var round = 0; round < 1000; round++)
        {
            machine.Fire(Lamp.On, Press.Switch);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    private static StateMachineBuilder<Lamp, Press> Nested()
    {
        var builder = new StateMachineBuilder<Lamp, Press>();
        builder.Configure(Lamp.On).Permit(Press.Switch, Lamp.Off).Permit(Press.Hit, Lamp.Broken);
        builder.Configure(Lamp.Bright).SubstateOf(Lamp.On)
            .PermitIf(Press.Switch, Lamp.Broken, () => false, "is cold");
        return builder;
    }
}
