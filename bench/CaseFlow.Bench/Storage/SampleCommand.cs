using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Bench.Storage;

/// <summary>
/// What one command writes: two events, one deadline, one of two timers moved, one message; a document of 2 KB.
/// </summary>
internal static class SampleCommand
{
    private static readonly DateTimeOffset Start = new(2026, 7, 6, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 7, 6);
    private static readonly string Document = """{"facts":{"summary":" """ + new string('x', 2000) + "\"}}";
    private static readonly string Details = """{"deadline":"resolution","note":" """ + new string('y', 200) + "\"}";

    public static CaseId Case(int number) => new(new Guid(number, 0x7000, 0, 0x80, 0, 0, 0, 0, 0, 0, 1));

    /// <summary>The commit that takes the case from <paramref name="version"/> two events further.</summary>
    public static CaseCommit Next(CaseId id, int version)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{id}-{version}");
        var after = version + 2;
        var due = Start.AddMinutes(version);
        return new CaseCommit(
            version,
            new CommandReceipt(key, "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce", id, after),
            Row(id, after),
            [Event(id, version + 1, key), Event(id, after, key)],
            [Deadline(id, due)],
            [new TimerRow(id, "breach/1", Start.AddYears(1)), new TimerRow(id, "step/1/overdue/late/1", due)],
            [],
            [new OutboxRow(key + "/1", id, "event", Details, due)]);
    }

    private static CaseRow Row(CaseId id, int version) => new(
        id,
        version,
        "complaint",
        "verifying",
        IsOpen: true,
        "ubnd-xa-1",
        "officer-7",
        Today,
        new TrackingCode(id.ToString()),
        "sha256:2c26b46b68ffc68ff99b453c1d304134",
        Parent: null,
        IsOverdue: false,
        Today.AddDays(30),
        Document);

    private static EventRow Event(CaseId id, int sequence, string key) => new(
        id, sequence, "TriggerFired", 1, Today, Start, "officer-7", key, "sha256:2c26b46b68ffc68ff99b", Details);

    private static DeadlineRow Deadline(CaseId id, DateTimeOffset due) => new(
        id, 1, "resolution", IsWaitingPeriod: false, "running", Today.AddDays(30), due, BreachedAt: null, Details);
}
