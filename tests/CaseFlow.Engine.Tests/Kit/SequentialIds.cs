using System.Globalization;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Kit;

/// <summary>Ids that count up, so that every run gives the same.</summary>
internal sealed class SequentialIds : IIdSource
{
    private int _next;

    public CaseId NewCaseId() => new(new Guid(Next(), 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    public TrackingCode NewTrackingCode() => new("T" + Next().ToString(CultureInfo.InvariantCulture));

    public PetitionerReference NewPetitionerReference() => new("P" + Next().ToString(CultureInfo.InvariantCulture));

    private int Next() => Interlocked.Increment(ref _next);
}
