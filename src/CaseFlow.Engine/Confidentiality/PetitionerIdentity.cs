namespace CaseFlow.Engine.Confidentiality;

/// <summary>
/// Who a petitioner is. Lives in the vault only; has no text form, so that it cannot slip into a log or an error.
/// </summary>
/// <param name="Name">Name as given.</param>
/// <param name="Address">Address as given, or null.</param>
/// <param name="Contact">Phone or mail as given, or null.</param>
/// <param name="NationalId">Identity number as given, or null.</param>
public sealed record PetitionerIdentity(string Name, string? Address, string? Contact, string? NationalId)
{
    /// <summary>Never the identity.</summary>
    public override string ToString() => nameof(PetitionerIdentity);
}
