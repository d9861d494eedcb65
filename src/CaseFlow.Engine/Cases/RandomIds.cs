using System.Security.Cryptography;

namespace CaseFlow.Engine.Cases;

/// <summary>Ids made of the clock and of cryptographic randomness. Safe to share between threads.</summary>
public sealed class RandomIds(TimeProvider clock) : IIdSource
{
    // No 0 and O, no 1, I and L, no U: nobody misreads a code over the telephone.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    // INVARIANT: 17 letters of 30 are 83 bits, above the 80 that a code must have.
    private const int CodeLength = 17;

    /// <inheritdoc/>
    public CaseId NewCaseId() => new(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <inheritdoc/>
    public TrackingCode NewTrackingCode() => new(Code());

    /// <inheritdoc/>
    public PetitionerReference NewPetitionerReference() => new(Code());

    private static string Code() => RandomNumberGenerator.GetString(Letters, CodeLength);
}
