using System.Collections.Frozen;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Assignments;

/// <summary>
/// The agencies and officers of a pack: tells to whom something goes on a day. Immutable and safe to share between
/// threads.
/// </summary>
public sealed class AgencyRegister
{
    private readonly FrozenDictionary<string, Agency> _agencies;
    private readonly FrozenDictionary<string, Officer> _officers;

    internal AgencyRegister(
        IEnumerable<Agency> agencies, IEnumerable<Officer> officers, IReadOnlyList<string>? heads = null)
    {
        Heads = heads ?? [];
        _agencies = agencies.ToFrozenDictionary(agency => agency.Id, StringComparer.Ordinal);
        _officers = officers.ToFrozenDictionary(officer => officer.Id, StringComparer.Ordinal);
    }

    /// <summary>A register that holds nobody.</summary>
    public static AgencyRegister Empty { get; } = new([], []);

    /// <summary>True where it holds no agency: then agencies of cases are not checked against it.</summary>
    public bool IsEmpty => _agencies.Count == 0;

    /// <summary>The roles whose holders lead their agency: they hand on the tasks of others in it.</summary>
    public IReadOnlyList<string> Heads { get; }

    /// <summary>All agencies, in order of id.</summary>
    public IEnumerable<Agency> Agencies => _agencies.Values.OrderBy(agency => agency.Id, StringComparer.Ordinal);

    /// <summary>The agency of an id, whether it still exists or not; null where the register has none.</summary>
    public Agency? Find(string id) => _agencies.GetValueOrDefault(id);

    /// <summary>The officer of an id, or null.</summary>
    public Officer? FindOfficer(string id) => _officers.GetValueOrDefault(id);

    /// <summary>
    /// The agency that answers for the matters of <paramref name="id"/> on a day: itself, or its successor where it no
    /// longer exists. Null where the register does not know it, or where nobody succeeded it.
    /// </summary>
    public Agency? InOffice(string id, DateOnly day)
    {
        var agency = Find(id);
        while (agency is { Until: { } until } && day >= until)
        {
            agency = agency.Successor is { } successor ? Find(successor) : null;
        }

        return agency;
    }

    /// <summary>Whether an officer holds a role in an agency, or in its successor on that day.</summary>
    public bool Holds(string officer, string role, string agency, DateOnly day) =>
        InOffice(agency, day) is { } own
        && own.Roles.TryGetValue(role, out var officers) && officers.Contains(officer, StringComparer.Ordinal);

    /// <summary>Finds who is meant. Never fails: what cannot be found is said in the result.</summary>
    /// <param name="who">Who is asked for.</param>
    /// <param name="agency">The case's agency, or null.</param>
    /// <param name="holder">The case's holder, or null.</param>
    /// <param name="day">The local day on which it is asked.</param>
    public Recipient Resolve(BoundRecipient who, string? agency, string? holder, DateOnly day) => who.Kind switch
    {
        RecipientKind.Holder => holder is null
            ? Nobody(who, agency, UnresolvedReason.NoHolder)
            : Found(who, agency, [holder]),
        RecipientKind.Agency => InOffice(who.Name!, day) is { } named
            ? Found(who, named.Id, [])
            : Nobody(who, who.Name, UnresolvedReason.UnknownAgency),
        RecipientKind.Superior => Superior(who, agency, day),
        _ => Role(who, agency, day),
    };

    private Recipient Superior(BoundRecipient who, string? agency, DateOnly day)
    {
        if (agency is null)
        {
            return Nobody(who, null, UnresolvedReason.NoAgency);
        }

        if (InOffice(agency, day) is not { } own)
        {
            return Nobody(who, agency, UnresolvedReason.UnknownAgency);
        }

        return Above(own, day) is { } superior
            ? Found(who, superior.Id, [])
            : Nobody(who, own.Id, UnresolvedReason.NoSuperior);
    }

    private Recipient Role(BoundRecipient who, string? agency, DateOnly day)
    {
        if (agency is null)
        {
            return Nobody(who, null, UnresolvedReason.NoAgency);
        }

        if (InOffice(agency, day) is not { } own)
        {
            return Nobody(who, agency, UnresolvedReason.UnknownAgency);
        }

        var at = own;
        while (who.Level is not null && at is not null && at.Level != who.Level)
        {
            at = Above(at, day);
        }

        if (at is null)
        {
            return Nobody(who, own.Id, UnresolvedReason.NoSuchLevel);
        }

        return at.Roles.TryGetValue(who.Name!, out var officers) && officers.Count > 0
            ? Found(who, at.Id, officers)
            : Nobody(who, at.Id, UnresolvedReason.NobodyInRole);
    }

    private Agency? Above(Agency agency, DateOnly day) =>
        agency.Superior is { } superior ? InOffice(superior, day) : null;

    private static Recipient Found(BoundRecipient who, string? agency, IReadOnlyList<string> officers) =>
        new(who.Kind, who.Name, who.Level, agency, officers, null);

    private static Recipient Nobody(BoundRecipient who, string? agency, UnresolvedReason reason) =>
        new(who.Kind, who.Name, who.Level, agency, [], reason);
}
