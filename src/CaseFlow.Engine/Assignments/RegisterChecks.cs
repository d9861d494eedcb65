using CaseFlow.Engine.Commands;

namespace CaseFlow.Engine.Assignments;

/// <summary>What must hold of a register besides its form.</summary>
internal static class RegisterChecks
{
    /// <summary>Ids given once, names that exist, no circle of superiors or successors.</summary>
    public static IEnumerable<Problem> Check(IReadOnlyList<Agency> agencies, IReadOnlyList<Officer> officers)
    {
        var duplicates = Duplicates(agencies.Select(agency => agency.Id))
            .Concat(Duplicates(officers.Select(officer => officer.Id)))
            .ToList();
        if (duplicates.Count > 0)
        {
            return duplicates;
        }

        var byId = agencies.ToDictionary(agency => agency.Id, StringComparer.Ordinal);
        var known = officers.Select(officer => officer.Id).ToHashSet(StringComparer.Ordinal);
        return agencies.SelectMany(agency => Unknown(agency, byId, known))
            .Concat(Circles(agencies, byId, agency => agency.Superior))
            .Concat(Circles(agencies, byId, agency => agency.Successor));
    }

    private static IEnumerable<Problem> Duplicates(IEnumerable<string> ids) =>
        from id in ids
        group id by id into same
        where same.Skip(1).Any()
        select new Problem(EngineCodes.RegisterDuplicate, same.Key, [same.Key]);

    private static IEnumerable<Problem> Unknown(
        Agency agency, Dictionary<string, Agency> agencies, HashSet<string> officers)
    {
        var named = new List<(string Place, string Id)>();
        named.AddRange(Outside("superior", agency.Superior, agencies.ContainsKey));
        named.AddRange(Outside("successor", agency.Successor, agencies.ContainsKey));
        foreach (var (role, ids) in agency.Roles)
        {
            named.AddRange(ids.SelectMany(id => Outside("roles." + role, id, officers.Contains)));
        }

        return named.Select(name => UnknownName(agency.Id + "." + name.Place, name.Id));
    }

    private static IEnumerable<(string Place, string Id)> Outside(
        string place, string? id, Func<string, bool> isKnown) =>
        id is null || isKnown(id) ? [] : [(place, id)];

    private static Problem UnknownName(string place, string id) =>
        new(EngineCodes.RegisterUnknownName, place, [place, id]);

    private static IEnumerable<Problem> Circles(
        IReadOnlyList<Agency> agencies, Dictionary<string, Agency> byId, Func<Agency, string?> next)
    {
        foreach (var agency in agencies)
        {
            var steps = 0;
            var at = next(agency);
            while (at is not null && at != agency.Id && steps++ <= agencies.Count)
            {
                at = byId.TryGetValue(at, out var reached) ? next(reached) : null;
            }

            if (at == agency.Id)
            {
                yield return new Problem(EngineCodes.RegisterCircle, agency.Id, [agency.Id]);
            }
        }
    }
}
