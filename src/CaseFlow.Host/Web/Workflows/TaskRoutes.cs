using System.Globalization;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Inbox;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.Web.Workflows;

/// <summary>The routes of the inbox: what people are to do, who has it, and what came of it.</summary>
internal static class TaskRoutes
{
    private const string Task = "/tasks/{instance}/{bookmark:int}";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tasks", ListAsync)
            .WithName("listTasks")
            .WithSummary("One's tasks, those due first: ?role=&agency=&assignee=&case=&after=&limit= (at most 200).")
            .Produces<TaskPage>();
        api.MapGet(Task, GetAsync).WithName("getTask").WithSummary("A task.").Produces<TaskView>();
        api.MapPost(Task + "/claim", ClaimAsync)
            .WithName("claimTask")
            .WithSummary("Takes a task that nobody has. Needs the task's role in its agency.").Produces<TaskView>();
        api.MapPost(Task + "/release", ReleaseAsync)
            .WithName("releaseTask")
            .WithSummary("Gives one's own task back to all who hold its role; who leads the agency, anyone's.")
            .Produces<TaskView>();
        api.MapPost(Task + "/reassign", ReassignAsync)
            .WithName("reassignTask")
            .WithSummary("Gives to another what one has, or what nobody has; who leads the agency, anyone's.")
            .Accepts<ReassignForm>("application/json")
            .Produces<TaskView>();
        api.MapPost(Task + "/complete", CompleteAsync)
            .WithName("completeTask")
            .WithSummary("Completes a task with one of its outcomes; a repeat under its key changes nothing.")
            .Accepts<CompleteForm>("application/json")
            .Produces<InstanceAnswer>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, TaskDesk desk)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var asked = context.Request.Query;
        var limit = ListRoutes.Limit(asked, culture, errors);
        var query = new TaskQuery(
            Text(asked, "role"), Text(asked, "assignee"), Text(asked, "case"), After(asked, culture, errors), limit)
        {
            Agency = Text(asked, "agency"),
        };
        if (errors.Count > 0)
        {
            return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
        }

        var rows = await desk.ListAsync(query, CallerIdentity.Of(context), context.RequestAborted);
        var next = rows.Count == limit ? TaskPlaces.Text(rows[^1].Place) : null;
        return Answers.Ok(new TaskPage([.. rows.Select(TaskView.Of)], next));
    }

    private static Task<IResult> GetAsync(HttpContext context, string instance, int bookmark, TaskDesk desk) =>
        ShowAsync(context, TaskRow.IdOf(instance, bookmark), desk);

    private static Task<IResult> ClaimAsync(HttpContext context, string instance, int bookmark, TaskDesk desk) =>
        ChangeAsync(context, instance, bookmark, desk, (id, principal) =>
            desk.ClaimAsync(id, principal, context.RequestAborted));

    private static Task<IResult> ReleaseAsync(HttpContext context, string instance, int bookmark, TaskDesk desk) =>
        ChangeAsync(context, instance, bookmark, desk, (id, principal) =>
            desk.ReleaseAsync(id, principal, context.RequestAborted));

    private static Task<IResult> ReassignAsync(HttpContext context, string instance, int bookmark, TaskDesk desk) =>
        WithBodyAsync(context, ["to"], (body, _) => body.RequiredText("to"), to =>
            ChangeAsync(context, instance, bookmark, desk, (id, principal) =>
                desk.ReassignAsync(id, principal, to, context.RequestAborted)));

    private static Task<IResult> CompleteAsync(HttpContext context, string instance, int bookmark, TaskDesk desk) =>
        WithBodyAsync(
            context,
            ["outcome", "result"],
            (body, errors) => (
                Outcome: body.RequiredText("outcome"),
                Result: body.Value("result"),
                Key: CommandHeaders.OptionalKey(context.Request, errors)),
            async given =>
            {
                var id = TaskRow.IdOf(instance, bookmark);
                var result = await desk.CompleteAsync(
                    id, CallerIdentity.Of(context), given.Outcome, given.Result, context.RequestAborted, given.Key);
                return Answer(context, id, result);
            });

    // The whole body is read, and all its faults told, before anything is done.
    private static async Task<IResult> WithBodyAsync<T>(
        HttpContext context, IReadOnlyList<string> known, Func<InstanceBody, List<HostError>, T> read,
        Func<T, Task<IResult>> act)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var (body, refused) = await InstanceBody.ReadAsync(context, culture, errors, known);
        if (body is null)
        {
            return refused!;
        }

        var given = read(body, errors);
        return errors.Count > 0
            ? Answers.Refused(StatusCodes.Status400BadRequest, culture, errors)
            : await act(given);
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext context,
        string instance,
        int bookmark,
        TaskDesk desk,
        Func<string, Principal, ValueTask<WorkflowResult>> change)
    {
        var id = TaskRow.IdOf(instance, bookmark);
        var result = await change(id, CallerIdentity.Of(context));
        return result.Status is WorkflowCommandStatus.Accepted
            ? await ShowAsync(context, id, desk)
            : Answer(context, id, result);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string id, TaskDesk desk) =>
        await desk.FindAsync(id, CallerIdentity.Of(context), context.RequestAborted) is { } task
            ? Answers.Ok(TaskView.Of(task))
            : Absent(context, id);

    private static IResult Answer(HttpContext context, string id, WorkflowResult result) =>
        result.Status is WorkflowCommandStatus.NotWaiting
            ? Absent(context, id)
            : WorkflowProblems.Answer(result, CallerLanguage.Of(context.Request, CallerLanguage.English));

    private static IResult Absent(HttpContext context, string id) => Answers.Refused(
        StatusCodes.Status404NotFound,
        CallerLanguage.Of(context.Request, CallerLanguage.English),
        new HostError(HostCodes.NoSuchTask, id));

    private static string? Text(IQueryCollection asked, string name) =>
        asked[name].ToString() is { Length: > 0 } text ? text : null;

    private static TaskPlace? After(IQueryCollection asked, CultureInfo culture, List<HostError> errors)
    {
        var text = asked["after"].ToString();
        var place = TaskPlaces.Of(text);
        if (place is null && text.Length > 0)
        {
            errors.Add(new HostError(HostCodes.BadQuery, "after", HostMessages.Text("type.place", culture)));
        }

        return place;
    }
}
