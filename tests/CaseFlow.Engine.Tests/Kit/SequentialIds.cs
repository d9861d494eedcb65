using System.Globalization;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Kit;

/// <summary>Ids that count up, so that every run gives the same.</summary>
internal sealed class SequentialIds : IIdSource
{
    private int _next;

    public CaseId NewCaseId() => new(new Guid(Interlocked.Increment(ref _next), 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    public TrackingCode NewTrackingCode() => new(string.Create(CultureInfo.InvariantCulture, $"T{Interlocked.Increment(ref _next)}"));

    public PetitionerReference NewPetitionerReference() => new(string.Create(CultureInfo.InvariantCulture, $"P{Interlocked.Increment(ref _next)}"));
}
