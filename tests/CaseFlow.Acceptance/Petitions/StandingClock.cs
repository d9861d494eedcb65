namespace CaseFlow.Acceptance.Petitions;

/// <summary>A clock that stands until a case moves it.</summary>
internal sealed class StandingClock : TimeProvider
{
    /// <summary>The instant that it shows.</summary>
    public DateTimeOffset Now { get; set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
