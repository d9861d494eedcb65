using CaseFlow.Engine.Commands;

namespace CaseFlow.Engine.Assignments;

/// <summary>
/// In which agencies a principal holds the roles that he has: those that who authenticated him names, else those that
/// the register gives the officer. Without a register the role alone counts. Immutable.
/// </summary>
/// <param name="principal">Who asks.</param>
/// <param name="register">The agencies and officers.</param>
/// <param name="day">The local day on which it is asked.</param>
public sealed class Authority(Principal principal, AgencyRegister register, DateOnly day)
{
    /// <summary>True where no register and nobody else says who belongs to which agency.</summary>
    public bool IsByRoleAlone { get; } = register.IsEmpty && principal.Agencies is null;

    /// <summary>Whether he holds a role in an agency or in its successor; null: of what is of no agency.</summary>
    public bool Holds(string role, string? agency)
    {
        if (principal.AllRoles)
        {
            return true;
        }

        if (!principal.HasAny([role]))
        {
            return false;
        }

        return agency is null || IsByRoleAlone
            || (principal.Agencies is { } named
                ? named.Contains(register.InOffice(agency, day)?.Id ?? agency, StringComparer.Ordinal)
                : register.Holds(principal.Id, role, agency, day));
    }

    /// <summary>Whether he leads an agency, and so hands on the tasks of others in it.</summary>
    public bool Heads(string? agency) =>
        principal.AllRoles
        || (agency is not null && !IsByRoleAlone && register.Heads.Any(role => Holds(role, agency)));

    /// <summary>Every role of his with every agency in which he holds it, agencies of the past included.</summary>
    public IEnumerable<(string Role, string Agency)> Posts() =>
        from role in principal.Roles.Distinct(StringComparer.Ordinal)
        from agency in Known()
        where Holds(role, agency)
        select (role, agency);

    /// <summary>Every agency that he leads, agencies of the past included.</summary>
    public IEnumerable<string> Headed() => Known().Where(agency => Heads(agency));

    private IEnumerable<string> Known() => register.Agencies.Select(agency => agency.Id)
        .Concat(principal.Agencies ?? [])
        .Distinct(StringComparer.Ordinal);
}
