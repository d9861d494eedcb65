using CaseFlow.Engine.Commands;
using CaseFlow.Host.Composition;

namespace CaseFlow.Host.Web;

/// <summary>
/// Who calls: the holder of an API key; without keys the local machine, or the officer that its portal names.
/// </summary>
internal static class CallerIdentity
{
    /// <summary>The officer for whom the embedding portal on this machine acts.</summary>
    public const string OfficerHeader = "X-CaseFlow-Officer";

    /// <summary>The officer's roles, separated by commas.</summary>
    public const string RolesHeader = "X-CaseFlow-Roles";

    /// <summary>The agencies in which he holds them, separated by commas; left out: as the register says.</summary>
    public const string AgenciesHeader = "X-CaseFlow-Agencies";

    private const string AllRoles = "*";

    private const int NameCharactersMax = 100;

    private static readonly object PrincipalKey = new();

    /// <summary>The principal that <see cref="ApiKeyGate"/> found.</summary>
    public static Principal Of(HttpContext context) =>
        (Principal?)context.Items[PrincipalKey] ?? throw new InvalidOperationException("The gate was not passed.");

    /// <summary>Remembers the principal of a request.</summary>
    public static void Set(HttpContext context, Principal principal) => context.Items[PrincipalKey] = principal;

    /// <summary>The holder of a key.</summary>
    public static Principal OfKey(ApiKeySetting key) =>
        new(
            key.Principal,
            [.. key.Roles.Where(role => role != AllRoles)],
            key.Roles.Contains(AllRoles, StringComparer.Ordinal)
        )
        {
            Agencies = key.Agencies.Count == 0 ? null : key.Agencies,
        };

    /// <summary>
    /// The caller on this machine where no keys are configured; null for headers that cannot be a name.
    /// </summary>
    public static Principal? OfLocal(HttpRequest request)
    {
        var officer = request.Headers[OfficerHeader].ToString();
        if (officer.Length == 0)
        {
            return new Principal("local", [], AllRoles: true);
        }

        return officer.Length > NameCharactersMax || officer.Any(char.IsControl)
            ? null
            : new Principal(officer, Names(request, RolesHeader))
            {
                Agencies = Names(request, AgenciesHeader) is { Length: > 0 } agencies ? agencies : null,
            };
    }

    private static string[] Names(HttpRequest request, string header) => request.Headers[header].ToString()
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
