using System.Globalization;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.Web.Workflows;

/// <summary>The routes that look at instances.</summary>
internal static class InstanceRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workflows/instances", ListAsync)
            .WithName("listWorkflowInstances")
            .WithSummary("Instances, newest first: ?status=&definition=&case=&after=&limit= (at most 200).")
            .Produces<InstancePage>();
        api.MapGet("/workflows/instances/{id}", GetAsync)
            .WithName("getWorkflowInstance")
            .WithSummary("An instance: where it waits and why, what went wrong; with its version as ETag.")
            .Produces<InstanceDetail>();
        api.MapGet("/workflows/instances/{id}/journal", JournalAsync)
            .WithName("getWorkflowJournal")
            .WithSummary("What happened in it, in order: ?after=&limit= (at most 200).")
            .Produces<JournalPage>();
        api.MapGet("/workflows/instances/{id}/diagram", DiagramAsync)
            .WithName("getWorkflowInstanceDiagram")
            .WithSummary("How far it has come, as a Mermaid flowchart.")
            .Produces<string>(contentType: Diagram.MediaType);
        api.MapGet("/workflows/incidents", IncidentsAsync)
            .WithName("listWorkflowIncidents")
            .WithSummary("Open incidents of all instances, newest first: ?limit= (at most 200).")
            .Produces<IReadOnlyList<IncidentView>>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, IWorkflowStore store)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var asked = context.Request.Query;
        var limit = ListRoutes.Limit(asked, culture, errors);
        var query = new InstanceQuery(
            Text(asked, "definition"),
            Status(asked, culture, errors),
            Text(asked, "case"),
            Text(asked, "after"),
            limit);
        if (errors.Count > 0)
        {
            return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
        }

        var rows = await store.ListAsync(query, context.RequestAborted);
        var next = rows.Count == limit ? rows[^1].Id : null;
        return Answers.Ok(new InstancePage([.. rows.Select(InstanceSummary.Of)], next));
    }

    private static async Task<IResult> GetAsync(HttpContext context, string id, WorkflowReader reader)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var (view, problem) = await reader.FindAsync(id, context.RequestAborted);
        if (view is null)
        {
            return WorkflowProblems.Answer(problem!, culture);
        }

        context.Response.Headers.ETag = CommandHeaders.ETag(view.Instance.Version);
        return Answers.Ok(InstanceDetail.Of(view, culture));
    }

    private static async Task<IResult> JournalAsync(HttpContext context, string id, IWorkflowStore store)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var after = After(context.Request.Query, culture, errors);
        var limit = ListRoutes.Limit(context.Request.Query, culture, errors);
        if (errors.Count > 0)
        {
            return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
        }

        var rows = await store.ReadJournalAsync(id, after, limit + 1, context.RequestAborted);
        return rows.Count > 0 || await store.FindAsync(id, context.RequestAborted) is not null
            ? Answers.Ok(JournalPage.Of(rows, after, limit))
            : Absent(culture, id);
    }

    private static async Task<IResult> DiagramAsync(HttpContext context, string id, IWorkflowStore store)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        return await store.FindAsync(id, context.RequestAborted) is { } instance
            && await InstanceJournal.DiagramAsync(store, instance, context.RequestAborted) is { } text
            ? Diagram.Answer(text)
            : Absent(culture, id);
    }

    private static async Task<IResult> IncidentsAsync(HttpContext context, IWorkflowStore store)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var limit = ListRoutes.Limit(context.Request.Query, culture, errors);
        if (errors.Count > 0)
        {
            return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
        }

        var rows = await store.ListIncidentsAsync(null, limit, context.RequestAborted);
        return Answers.Ok(rows.Select(row => IncidentView.Of(row, culture)));
    }

    private static IResult Absent(CultureInfo culture, string id) =>
        Answers.Refused(StatusCodes.Status404NotFound, culture, new HostError(HostCodes.NoSuchInstance, id));

    private static string? Text(IQueryCollection asked, string name) =>
        asked[name].ToString() is { Length: > 0 } text ? text : null;

    private static WorkflowSubStatus? Status(IQueryCollection asked, CultureInfo culture, List<HostError> errors)
    {
        var text = asked["status"].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        var names = Enum.GetNames<WorkflowSubStatus>();
        if (names.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return Enum.Parse<WorkflowSubStatus>(known);
        }

        errors.Add(new HostError(HostCodes.UnknownChoice, "status", string.Join(", ", names)));
        return null;
    }

    private static int After(IQueryCollection asked, CultureInfo culture, List<HostError> errors)
    {
        var text = asked["after"].ToString();
        if (text.Length == 0
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after) && after >= 0))
        {
            return text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture);
        }

        errors.Add(new HostError(HostCodes.BadQuery, "after", HostMessages.Text("type.number", culture)));
        return 0;
    }
}
