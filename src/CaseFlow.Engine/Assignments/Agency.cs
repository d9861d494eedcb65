namespace CaseFlow.Engine.Assignments;

/// <summary>An agency of the register.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name by language code.</param>
/// <param name="Level">The level it stands at, by the register's own word (`commune`, `province`), or null.</param>
/// <param name="Superior">The agency above it, or null.</param>
/// <param name="Until">The first day on which it no longer exists; null while it does.</param>
/// <param name="Successor">The agency that took its matters over, or null.</param>
/// <param name="Roles">Ids of the officers who hold each role.</param>
public sealed record Agency(
    string Id,
    IReadOnlyDictionary<string, string> Name,
    string? Level,
    string? Superior,
    DateOnly? Until,
    string? Successor,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Roles);

/// <summary>An officer of the register.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
public sealed record Officer(string Id, string Name);
