using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Commit_OfANewCase_ReadsBackEveryField()
    {
        var id = Sample.Id(1);
        var row = new CaseRow(
            id,
            2,
            "complaint",
            "suspended",
            IsOpen: false,
            "ubnd-xa",
            "officer7",
            new DateOnly(2024, 2, 29),
            new TrackingCode("KN-7Q2X"),
            "sha256:abc",
            Sample.Id(9),
            IsOverdue: true,
            new DateOnly(2026, 12, 31),
            """{"facts":{"summary":"Khiếu nại quyết định thu hồi đất"}}""");
        var events = new[] { FullEvent(id, 1), FullEvent(id, 2) };
        var deadlines = new[]
        {
            new DeadlineRow(
                id, 1, "acceptance", IsWaitingPeriod: true, "met", new DateOnly(2026, 7, 15),
                Sample.Start.AddTicks(1_234_567), Sample.Start.AddTicks(7), """{"từ":"2026-07-06"}"""),
            new DeadlineRow(id, 2, "resolution", IsWaitingPeriod: false, "suspended", null, null, null, "{}"),
        };
        var receipt = new CommandReceipt("key-1", "hash-1", id, 2);

        await MustCommitAsync(new CaseCommit(0, receipt, row, events, deadlines, [], [], []));

        var found = await FindAsync(id);
        found!.Case.Should().Be(row);
        found.Deadlines.Should().Equal(deadlines);
        (await EventsAsync(id)).Should().Equal(events);
        (await Cases.FindReceiptAsync("key-1", default)).Should().Be(receipt);
        (await Cases.FindByTrackingAsync(row.Tracking, default))!.Case.Should().Be(row);
    }

    [Fact]
    public async Task Commit_WithNothingOptional_ReadsBackNulls()
    {
        var commit = Sample.Commit(Sample.Id(1), "k1");

        await MustCommitAsync(commit);

        (await FindAsync(Sample.Id(1)))!.Case.Should().Be(commit.Case);
    }

    [Fact]
    public async Task Commit_OfAnInstantInAnotherZone_KeepsItsTick()
    {
        var hanoi = new DateTimeOffset(2026, 7, 6, 23, 59, 59, TimeSpan.FromHours(7)).AddTicks(9_999_999);
        var commit = Sample.Commit(Sample.Id(1), "k1");

        await MustCommitAsync(commit with
        {
            Events = [commit.Events[0] with { RecordedAt = hanoi }],
            Deadlines = [Sample.Deadline(Sample.Id(1), 1) with { BreachesAt = hanoi }],
        });

        (await EventsAsync(Sample.Id(1)))[0].RecordedAt.UtcTicks.Should().Be(hanoi.UtcTicks);
        (await FindAsync(Sample.Id(1)))!.Deadlines[0].BreachesAt!.Value.UtcTicks.Should().Be(hanoi.UtcTicks);
    }

    [Fact]
    public async Task Commit_OfTheNextVersion_ReplacesTheRowAndKeepsTheHistory()
    {
        var id = Sample.Id(1);
        await MustCommitAsync(Sample.Commit(id, "k1"));
        var next = Sample.Commit(id, "k2", expected: 1);
        next = next with { Case = next.Case with { State = "accepted", IsOverdue = true, Holder = "officer2" } };

        await MustCommitAsync(next);

        (await FindAsync(id))!.Case.Should().Be(next.Case);
        (await EventsAsync(id)).Select(row => row.Sequence).Should().Equal(1, 2);
    }

    [Fact]
    public async Task Commit_OfAChangedDeadline_ReplacesItAndLeavesTheOthers()
    {
        var id = Sample.Id(1);
        var first = Sample.Deadline(id, 1);
        var second = Sample.Deadline(id, 2, "resolution");
        var opening = Sample.Commit(id, "k1");
        await MustCommitAsync(opening with
        {
            Events = [Sample.Event(id, 1, "k1"), Sample.Event(id, 2, "k1")],
            Case = opening.Case with { Version = 2 },
            Receipt = opening.Receipt with { Version = 2 },
            Deadlines = [first, second],
        });
        var met = first with { Status = "met", BreachedAt = Sample.Start, DueOn = null, BreachesAt = null };

        await MustCommitAsync(Sample.Commit(id, "k2", expected: 2) with { Deadlines = [met] });

        (await FindAsync(id))!.Deadlines.Should().Equal(met, second);
    }

    [Fact]
    public async Task Find_OfWhatIsNotThere_GivesNothing()
    {
        (await FindAsync(Sample.Id(1))).Should().BeNull();
        (await Cases.FindByTrackingAsync(new TrackingCode("nobody"), default)).Should().BeNull();
        (await Cases.FindReceiptAsync("nothing", default)).Should().BeNull();
        (await EventsAsync(Sample.Id(1))).Should().BeEmpty();
    }

    [Fact]
    public async Task Held_OfReferences_NamesThoseThatACaseHolds()
    {
        var held = new PetitionerReference("p-held");
        var orphan = new PetitionerReference("p-orphan");

        await MustCommitAsync(Sample.Commit(Sample.Id(1), "k1") with { Petitioners = [held] });

        (await Cases.HeldAsync([held, orphan], default)).Should().BeEquivalentTo([held]);
    }

    private static EventRow FullEvent(CaseId id, int sequence) => new(
        id,
        sequence,
        "DeadlineStarted",
        3,
        new DateOnly(2026, 7, 6),
        Sample.Start.AddTicks(sequence),
        "cán-bộ-1",
        "key-1",
        "sha256:abc",
        """{"deadline":"thụ lý"}""");
}
