namespace CaseFlow.Engine.Cases;

/// <summary>
/// The one time zone of an agency: turns instants into its local days and back. Where the machine has no time zone
/// data, Vietnam's zone is built in; another zone is then an error, never silently UTC. Safe to share between threads.
/// </summary>
public sealed class AgencyTime
{
    /// <summary>The zone that is used unless another is set.</summary>
    public const string DefaultZone = "Asia/Ho_Chi_Minh";

    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    private readonly TimeZoneInfo _zone;

    private AgencyTime(TimeZoneInfo zone) => _zone = zone;

    /// <summary>The agency's zone, by its IANA name.</summary>
    public string ZoneId => _zone.Id;

    /// <summary>Vietnam's time.</summary>
    public static AgencyTime Vietnam { get; } = Find(DefaultZone)!;

    /// <summary>The time of a zone by its IANA name, or null where the machine does not know it.</summary>
    public static AgencyTime? Find(string zoneId)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out var zone))
        {
            return new AgencyTime(zone);
        }

        return zoneId == DefaultZone
            ? new AgencyTime(TimeZoneInfo.CreateCustomTimeZone(DefaultZone, VietnamOffset, DefaultZone, DefaultZone))
            : null;
    }

    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>The local time of day of an instant.</summary>
    public TimeOnly TimeOf(DateTimeOffset instant) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>The instant at which a local day begins, UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>
    /// The instant of a local time, UTC. A time that the clock skips is the first one after the gap; of a time that
    /// comes twice the earlier instant is taken.
    /// </summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        while (_zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = _zone.IsAmbiguousTime(local)
            ? _zone.GetAmbiguousTimeOffsets(local).Max()
            : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
