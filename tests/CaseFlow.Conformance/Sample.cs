using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

/// <summary>Commits as an engine would make them; every part can be changed with `with`.</summary>
public static class Sample
{
    public static readonly DateTimeOffset Start = new(2026, 7, 6, 2, 0, 0, TimeSpan.Zero);

    /// <summary>An id of a UUIDv7's form that sorts by <paramref name="number"/>.</summary>
    public static CaseId Id(int number)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"0197df{number:x6}");
        return new CaseId(Guid.ParseExact(time + "70008000000000000001", "N"));
    }

    public static CaseRow Row(CaseId id, int version = 1) => new(
        id,
        version,
        "complaint",
        "received",
        IsOpen: true,
        Agency: null,
        Holder: null,
        new DateOnly(2026, 7, 6),
        new TrackingCode("T" + id.Value.ToString("N", CultureInfo.InvariantCulture)[..12]),
        "pack1",
        Parent: null,
        IsOverdue: false,
        NextDueOn: null,
        "{}");

    public static EventRow Event(CaseId id, int sequence, string key) => new(
        id, sequence, "Received", 1, new DateOnly(2026, 7, 6), Start, "officer1", key, "pack1", "{}");

    /// <summary>One event that opens a case or moves it from <paramref name="expected"/> to the next version.</summary>
    public static CaseCommit Commit(CaseId id, string key, int expected = 0) => new(
        expected,
        new CommandReceipt(key, "hash-" + key, id, expected + 1),
        Row(id, expected + 1),
        [Event(id, expected + 1, key)],
        [],
        [],
        [],
        []);

    public static DeadlineRow Deadline(CaseId id, int started, string name = "acceptance") => new(
        id,
        started,
        name,
        IsWaitingPeriod: false,
        "running",
        new DateOnly(2026, 7, 15),
        Start.AddDays(9),
        BreachedAt: null,
        """{"steps":[]}""");

    public static OutboxRow Message(CaseId id, int sequence, int number, DateTimeOffset due) => new(
        string.Create(CultureInfo.InvariantCulture, $"{id}/{sequence}/{number}"),
        id,
        "reminder",
        """{"deadline":"acceptance"}""",
        due);
}
