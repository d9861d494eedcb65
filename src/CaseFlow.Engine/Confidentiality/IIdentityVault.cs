using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Confidentiality;

/// <summary>
/// Keeps who petitioners are, apart from the cases (Luật Tố cáo art 9, art 56): on SQLite a file of its own, written
/// before the case, idempotent by reference; what no case came to know is swept.
/// </summary>
public interface IIdentityVault
{
    /// <summary>Stores an identity under its reference; the same reference again changes nothing.</summary>
    ValueTask StoreAsync(
        PetitionerReference reference, PetitionerIdentity identity, CancellationToken cancellationToken);

    /// <summary>The identity, or null. The caller answers for recording the reading.</summary>
    ValueTask<PetitionerIdentity?> FindAsync(PetitionerReference reference, CancellationToken cancellationToken);

    /// <summary>
    /// A page of the references stored before <paramref name="before"/>, in ordinal order of reference and only those
    /// behind
    /// <paramref name="after"/>, for sweeping those that no case holds.
    /// </summary>
    ValueTask<IReadOnlyList<PetitionerReference>> ListAsync(
        DateTimeOffset before, PetitionerReference? after, int limit, CancellationToken cancellationToken);

    /// <summary>Removes an identity; none there is no error.</summary>
    ValueTask RemoveAsync(PetitionerReference reference, CancellationToken cancellationToken);
}
