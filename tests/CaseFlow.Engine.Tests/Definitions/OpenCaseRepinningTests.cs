using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Tests.Kit;
using CaseFlow.Rules.Comparison;

namespace CaseFlow.Engine.Tests.Definitions;

public sealed class OpenCaseRepinningTests
{
    private readonly Desk _desk = TunedPacks.Desk(3);

    [Fact]
    public async Task Preview_OfOneParameter_TellsWhichCasesMoveFromWhatToWhatAndWhy()
    {
        await _desk.OpenWith(2);
        var moved = await _desk.OpenWith(4);
        await _desk.OpenWith(9);

        var diff = await PreviewAsync(5);

        var move = diff.Moves.Should().ContainSingle().Subject;
        move.Case.Should().Be(moved);
        var answer = move.Assessments.Should().ContainSingle().Subject;
        answer.Before!.Outputs.ToJsonString().Should().Be("""{"level":"grave"}""");
        answer.After.Outputs.ToJsonString().Should().Be("""{"level":"plain"}""");
        answer.Kind.Should().Be(DifferenceKind.Outcome);
        answer.Reason.Should().Be(MoveReason.Packs);
        var cause = answer.Causes.Should().ContainSingle().Subject;
        (cause.Kind, cause.Name, cause.Before, cause.After).Should().Be((CauseKind.Parameter, "crowd", "3", "5"));
        diff.Totals.Should().BeEquivalentTo(new { Open = 3, Moved = 1, OtherGrounds = 0, Staying = 0 });
        diff.Changes.Should().ContainSingle();
    }

    [Fact]
    public async Task Run_AfterAnActivation_DoesWhatThePreviewShowedAndNothingElse()
    {
        var cases = new List<CaseId>();
        for (var contents = 1; contents <= 8; contents++)
        {
            cases.Add(await _desk.OpenWith(contents));
        }

        var shown = (await PreviewAsync(5)).Moves.ToDictionary(move => move.Case, move => move.Assessments);
        await _desk.ActivateAsync(TunedPacks.Source(5), OpenCasePolicy.Repin);

        var run = await Repinning().RunOnceAsync(default);

        run.Should().BeEquivalentTo(new { Activation = 2, Repinned = 8, StayingTotal = 0 });
        foreach (var id in cases)
        {
            var events = (await _desk.Events(id)).SkipWhile(happened => happened is not CaseRepinned).ToList();
            events[0].Should().BeOfType<CaseRepinned>().Which.Activation.Should().Be(2);
            var expected = shown.TryGetValue(id, out var answers) ? answers.Select(answer => answer.After) : [];
            events.Skip(1).Should().Equal(
                expected, (happened, answer) => happened is CaseAssessed real && real.SaysTheSame(answer));
            (await _desk.State(id)).PackHash.Should().Be((await _desk.Packs.CurrentAsync(default)).Bound.Hash);
        }
    }

    [Fact]
    public async Task Run_Again_TakesUpWhatWasLeftAndRepeatsNothing()
    {
        var first = await _desk.OpenWith(4);
        await _desk.ActivateAsync(TunedPacks.Source(5), OpenCasePolicy.Repin);
        await Repinning().RunOnceAsync(default);
        var version = (await _desk.State(first)).Version;

        var again = await Repinning().RunOnceAsync(default);

        again!.Repinned.Should().Be(0);
        (await _desk.State(first)).Version.Should().Be(version);
    }

    [Fact]
    public async Task Run_WhereTheActivationKeepsOpenCases_TouchesNone()
    {
        var id = await _desk.OpenWith(4);
        var before = await _desk.State(id);
        await _desk.ActivateAsync(TunedPacks.Source(5));

        (await Repinning().RunOnceAsync(default)).Should().BeNull();

        (await _desk.State(id)).Version.Should().Be(before.Version);
    }

    [Fact]
    public async Task Run_OverClosedCases_LeavesThemTheirPack()
    {
        var id = await _desk.OpenWith(4);
        await _desk.Fire(id, "withdraw");
        var before = await _desk.State(id);
        before.IsOpen.Should().BeFalse();
        await _desk.ActivateAsync(TunedPacks.Source(5), OpenCasePolicy.Repin);

        await Repinning().RunOnceAsync(default);

        (await _desk.State(id)).PackHash.Should().Be(before.PackHash);
    }

    [Fact]
    public async Task Run_ToAPackThatKnowsLess_ListsTheCaseWithEveryReasonAndLeavesIt()
    {
        var id = await _desk.OpenWith(4);
        var narrower = TunedPacks.Source(
            5,
            ("facts.cfr", "heard        :", "was_heard    :"),
            ("lifecycle.cfr", "petition.heard", "petition.was_heard"));
        var preview = await Preview().CompareAsync(TunedPacks.Read(narrower), null, 10, default);
        await _desk.ActivateAsync(narrower, OpenCasePolicy.Repin);

        var run = await Repinning().RunOnceAsync(default);

        var staying = run!.Staying.Should().ContainSingle().Subject;
        staying.Case.Should().Be(id);
        staying.Problems.Should().Contain(problem => problem.Place == "petition.heard");
        preview.Staying.Should().BeEquivalentTo([staying]);
        (await _desk.State(id)).PackHash.Should().Be(_desk.Pack.Bound.Hash);
    }

    [Fact]
    public async Task Preview_OfManyCases_GivesPagesAndTheSameTotals()
    {
        var cases = new List<CaseId>();
        for (var turn = 0; turn < 5; turn++)
        {
            cases.Add(await _desk.OpenWith(4));
        }

        var candidate = TunedPacks.Read(TunedPacks.Source(5));
        var first = await Preview().CompareAsync(candidate, null, 2, default);
        var second = await Preview().CompareAsync(candidate, first.Moves[^1].Case, 3, default);

        cases.Reverse();
        first.Moves.Concat(second.Moves).Select(move => move.Case).Should().Equal(cases);
        second.Totals.Should().BeEquivalentTo(first.Totals);
        first.Totals.Moved.Should().Be(5);
        first.Totals.ByDecision.Should().Equal(new Dictionary<string, int> { ["pressing"] = 5 });
    }

    [Fact]
    public async Task History_OfARepinnedCase_FoldsToTheCaseAsItIsStored()
    {
        var id = await _desk.OpenWith(4);
        await _desk.ActivateAsync(TunedPacks.Source(5), OpenCasePolicy.Repin);
        await Repinning().RunOnceAsync(default);

        var folded = CaseFold.Of(await _desk.Reader.HistoryAsync(id, default))!;

        CaseDocument.Write(folded).Should().Be(CaseDocument.Write(await _desk.State(id)));
        (await _desk.Reader.TriggersAsync(id, Desk.Resolver, default)).Should().NotBeEmpty();
    }

    private async Task<OpenCaseDiff> PreviewAsync(int crowd) =>
        await Preview().CompareAsync(TunedPacks.Read(TunedPacks.Source(crowd)), null, 100, default);

    private OpenCasePreview Preview() => new(_desk.Store, _desk.Packs, _desk.Clock, AgencyTime.Vietnam);

    private OpenCaseRepinning Repinning() => new(_desk.Store, _desk.Engine, _desk.Packs);
}
