using System.Globalization;

namespace CaseFlow.Engine.Cases;

/// <summary>A case's identity: a UUIDv7 made at the edge by <see cref="IIdSource"/>.</summary>
public readonly record struct CaseId(Guid Value)
{
    /// <summary>Lower case, with hyphens.</summary>
    public override string ToString() => Value.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> writes; false for anything else.</summary>
    public static bool TryParse(string? text, out CaseId id)
    {
        var read = Guid.TryParseExact(text, "D", out var value);
        id = new CaseId(value);
        return read;
    }
}

/// <summary>The citizen's code for following a petition: random, 80 bits or more, without look-alike letters.</summary>
public readonly record struct TrackingCode(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>
/// What the case knows of a petitioner: a random reference (80 bits or more). Who it is stands in the vault alone.
/// </summary>
public readonly record struct PetitionerReference(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Where ids come from. Injected, so that deciding stays pure and tests are repeatable.</summary>
public interface IIdSource
{
    /// <summary>A new case id: UUIDv7 of the clock's instant.</summary>
    CaseId NewCaseId();

    /// <summary>A new code for the citizen.</summary>
    TrackingCode NewTrackingCode();

    /// <summary>A new reference for a petitioner.</summary>
    PetitionerReference NewPetitionerReference();
}
