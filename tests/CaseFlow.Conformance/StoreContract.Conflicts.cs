using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Commit_OnAnOldVersion_IsAConflictAndWritesNothing()
    {
        var id = Sample.Id(1);
        await MustCommitAsync(Sample.Commit(id, "k1"));
        await MustCommitAsync(Sample.Commit(id, "k2", expected: 1));
        var late = Sample.Commit(id, "k3", expected: 1) with
        {
            Deadlines = [Sample.Deadline(id, 2)],
            Timers = [new TimerRow(id, "breach/2", Sample.Start)],
            Outbox = [Sample.Message(id, 2, 1, Sample.Start)],
        };

        (await CommitAsync(late)).Should().Be(CommitOutcome.VersionConflict);

        await MustHaveWrittenNothingAsync(late, before: 2);
        (await FindAsync(id))!.Deadlines.Should().BeEmpty();
        (await Cases.FindReceiptAsync("k3", default)).Should().BeNull();
        (await stores!.Timers.NextDueAsync(default)).Should().BeNull();
        (await stores.Outbox.CountWaitingAsync(default)).Should().Be(0);
    }

    [Fact]
    public async Task Commit_OfACaseThatExists_IsAConflict()
    {
        await MustCommitAsync(Sample.Commit(Sample.Id(1), "k1"));

        (await CommitAsync(Sample.Commit(Sample.Id(1), "k2"))).Should().Be(CommitOutcome.VersionConflict);
    }

    [Fact]
    public async Task Commit_OnACaseThatIsNotThere_IsAConflict()
    {
        var commit = Sample.Commit(Sample.Id(1), "k1", expected: 4);

        (await CommitAsync(commit)).Should().Be(CommitOutcome.VersionConflict);

        (await FindAsync(Sample.Id(1))).Should().BeNull();
    }

    [Fact]
    public async Task Commit_OfTheSameKeyAgain_SaysThatItExistsAndWritesNothing()
    {
        var commit = Sample.Commit(Sample.Id(1), "k1");
        await MustCommitAsync(commit);

        (await CommitAsync(commit)).Should().Be(CommitOutcome.KeyExists);

        await MustHaveWrittenNothingAsync(commit, before: 1);
    }

    [Fact]
    public async Task Commit_OfTheSameKeyOnAnotherCaseWithAnotherBody_LeavesTheFirstReceipt()
    {
        await MustCommitAsync(Sample.Commit(Sample.Id(1), "k1"));
        var other = Sample.Commit(Sample.Id(2), "k1");
        other = other with { Receipt = other.Receipt with { BodyHash = "another body" } };

        (await CommitAsync(other)).Should().Be(CommitOutcome.KeyExists);

        (await FindAsync(Sample.Id(2))).Should().BeNull();
        var receipt = await Cases.FindReceiptAsync("k1", default);
        receipt.Should().Be(new CommandReceipt("k1", "hash-k1", Sample.Id(1), 1));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public async Task Commit_WhoseEventsLeaveAGap_IsRefusedAsAFault(int sequence, int version)
    {
        var commit = Sample.Commit(Sample.Id(1), "k1");
        commit = commit with
        {
            Case = commit.Case with { Version = version },
            Events = [Sample.Event(Sample.Id(1), sequence, "k1")],
        };

        var act = () => CommitAsync(commit);

        await act.Should().ThrowAsync<InvalidOperationException>();
        (await FindAsync(Sample.Id(1))).Should().BeNull();
    }

    [Fact]
    public async Task Commit_OfAStepThatHasFired_IsRefusedAsAFaultAndWritesNothing()
    {
        var id = Sample.Id(1);
        var step = new EscalationRow(id, 1, "overdue", "late", 1, Sample.Start);
        await MustCommitAsync(Sample.Commit(id, "k1") with { Escalations = [step] });
        var again = Sample.Commit(id, "k2", expected: 1) with
        {
            Escalations = [step with { FiredAt = Sample.Start.AddDays(1) }],
        };

        var act = () => CommitAsync(again);

        await act.Should().ThrowAsync<InvalidOperationException>();
        await MustHaveWrittenNothingAsync(again, before: 1);
        (await Cases.FindReceiptAsync("k2", default)).Should().BeNull();
    }

    [Fact]
    public async Task Commit_OfTheNextOccurrenceOfAStep_IsWritten()
    {
        var id = Sample.Id(1);
        var step = new EscalationRow(id, 1, "overdue", "late", 1, Sample.Start);
        await MustCommitAsync(Sample.Commit(id, "k1") with { Escalations = [step] });

        await MustCommitAsync(Sample.Commit(id, "k2", expected: 1) with
        {
            Escalations =
            [
                step with { Occurrence = 2 },
                step with { StartedSequence = 2 },
                step with { Step = "later" },
            ],
        });
    }
}
