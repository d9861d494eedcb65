using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Web;

/// <summary>The list of cases, newest first, in keyset pages.</summary>
internal static class ListRoutes
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/cases", ListAsync)
        .WithName("listCases")
        .WithSummary("Cases, newest first: ?state=&overdue=&agency=&q=&after=&limit= (at most 200).")
        .Produces<CasePage>();

    private static async Task<IResult> ListAsync(HttpContext context, ICaseStore store)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var query = Read(context.Request.Query, culture, errors);
        if (errors.Count > 0)
        {
            return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
        }

        // One row more than asked for tells whether there is a next page.
        var rows = await store.ListAsync(query with { Limit = query.Limit + 1 }, context.RequestAborted);
        var page = rows.Take(query.Limit).ToList();
        var next = rows.Count > query.Limit ? page[^1].Id.ToString() : null;
        return Answers.Ok(new CasePage([.. page.Select(CaseSummary.Of)], next));
    }

    private static CaseQuery Read(IQueryCollection asked, CultureInfo culture, List<HostError> errors) => new(
        Text(asked, "state", culture, errors),
        Overdue(asked, culture, errors),
        Text(asked, "agency", culture, errors),
        Text(asked, "q", culture, errors),
        After(asked, culture, errors),
        Limit(asked, culture, errors));

    private static string? Text(IQueryCollection asked, string name, CultureInfo culture, List<HostError> errors)
    {
        var text = asked[name].ToString();
        if (text.Length > HostLimits.SearchCharacters)
        {
            errors.Add(Bad(name, "type.text", culture));
        }

        return text.Length == 0 ? null : text;
    }

    private static bool? Overdue(IQueryCollection asked, CultureInfo culture, List<HostError> errors)
    {
        switch (asked["overdue"].ToString())
        {
            case "":
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                errors.Add(Bad("overdue", "type.boolean", culture));
                return null;
        }
    }

    /// <summary>`?after=`: a case id.</summary>
    public static CaseId? After(IQueryCollection asked, CultureInfo culture, List<HostError> errors)
    {
        var text = asked["after"].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        if (CaseId.TryParse(text, out var after))
        {
            return after;
        }

        errors.Add(Bad("after", "type.caseId", culture));
        return null;
    }

    /// <summary>`?limit=`: 1 to 200.</summary>
    public static int Limit(IQueryCollection asked, CultureInfo culture, List<HostError> errors)
    {
        var text = asked["limit"].ToString();
        if (text.Length == 0)
        {
            return HostLimits.PageRowsDefault;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= HostLimits.PageRowsMax)
        {
            return limit;
        }

        errors.Add(Bad("limit", "type.limit", culture));
        return HostLimits.PageRowsDefault;
    }

    private static HostError Bad(string name, string type, CultureInfo culture) =>
        new(HostCodes.BadQuery, name, HostMessages.Text(type, culture));
}
