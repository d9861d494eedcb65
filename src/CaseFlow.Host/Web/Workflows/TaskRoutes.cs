using System.Globalization;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Workflows.Hosting;
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
            .WithSummary("Tasks, those due first at the top: ?role=&assignee=&case=&after=&limit= (at most 200).")
            .Produces<TaskPage>();
        api.MapGet(Task, GetAsync).WithName("getTask").WithSummary("A task.").Produces<TaskView>();
        api.MapPost(Task + "/claim", ClaimAsync)
            .WithName("claimTask")
            .WithSummary("Takes a task that nobody has. Needs the task's role.").Produces<TaskView>();
        api.MapPost(Task + "/release", ReleaseAsync)
            .WithName("releaseTask")
            .WithSummary("Gives a task back. For who has it, and for the role operate.").Produces<TaskView>();
        api.MapPost(Task + "/reassign", ReassignAsync)
            .WithName("reassignTask")
            .WithSummary("Gives a task to another. Needs the role operate.")
            .Accepts<ReassignForm>("application/json")
            .Produces<TaskView>();
        api.MapPost(Task + "/complete", CompleteAsync)
            .WithName("completeTask")
            .WithSummary("Completes a task with one of its outcomes; the workflow goes on. Needs the task's role.")
            .Accepts<CompleteForm>("application/json")
            .Produces<InstanceAnswer>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ITaskInbox inbox)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var asked = context.Request.Query;
        var limit = ListRoutes.Limit(asked, culture, errors);
        var query = new TaskQuery(
            Text(asked, "role"), Text(asked, "assignee"), Text(asked, "case"), After(asked, culture, errors), limit);
        if (errors.Count > 0)
        {
            return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
        }

        var rows = await inbox.ListTasksAsync(query, context.RequestAborted);
        var next = rows.Count == limit ? TaskPlaces.Text(rows[^1].Place) : null;
        return Answers.Ok(new TaskPage([.. rows.Select(TaskView.Of)], next));
    }

    private static Task<IResult> GetAsync(HttpContext context, string instance, int bookmark, ITaskInbox inbox) =>
        WithTaskAsync(
            context, instance, bookmark, inbox,
            (task, _) => System.Threading.Tasks.Task.FromResult(Answers.Ok(TaskView.Of(task))));

    private static Task<IResult> ClaimAsync(
        HttpContext context, string instance, int bookmark, ITaskInbox inbox, TimeProvider clock) =>
        WithTaskAsync(context, instance, bookmark, inbox, async (task, culture) =>
        {
            var caller = CallerIdentity.Of(context);
            return WorkflowAccess.Refusal(context, culture, task.Role)
                ?? (task.Assignee == caller.Id ? Answers.Ok(TaskView.Of(task))
                : task.Assignee is not null ? Taken(task, culture)
                : await AssignAsync(context, task, caller.Id, inbox, clock, culture));
        });

    private static Task<IResult> ReleaseAsync(
        HttpContext context, string instance, int bookmark, ITaskInbox inbox, TimeProvider clock) =>
        WithTaskAsync(context, instance, bookmark, inbox, async (task, culture) =>
            task.Assignee is null ? Answers.Ok(TaskView.Of(task))
            : task.Assignee == CallerIdentity.Of(context).Id
                || CallerIdentity.Of(context).HasAny([WorkflowAccess.Operate])
                ? await AssignAsync(context, task, null, inbox, clock, culture)
                : Taken(task, culture));

    private static async Task<IResult> ReassignAsync(
        HttpContext context, string instance, int bookmark, ITaskInbox inbox, TimeProvider clock)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var (body, refused) = await InstanceBody.ReadAsync(context, culture, errors, "to");
        var to = body?.RequiredText("to");
        return refused
            ?? WorkflowAccess.Refusal(context, culture, WorkflowAccess.Operate)
            ?? (errors.Count > 0
                ? Answers.Refused(StatusCodes.Status400BadRequest, culture, errors)
                : await WithTaskAsync(context, instance, bookmark, inbox, (task, _) =>
                    AssignAsync(context, task, to, inbox, clock, culture)));
    }

    private static async Task<IResult> CompleteAsync(
        HttpContext context, string instance, int bookmark, ITaskInbox inbox, WorkflowEngine engine)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var (body, refused) = await InstanceBody.ReadAsync(context, culture, errors, "outcome", "result");
        if (body is null)
        {
            return refused!;
        }

        var caller = CallerIdentity.Of(context);
        var complete = new CompleteTask(TaskRow.IdOf(instance, bookmark), body.RequiredText("outcome"), caller.Id)
        {
            Result = body.Value("result"),
        };
        return errors.Count > 0
            ? Answers.Refused(StatusCodes.Status400BadRequest, culture, errors)
            : await WithTaskAsync(context, instance, bookmark, inbox, async (task, _) =>
                WorkflowAccess.Refusal(context, culture, task.Role)
                    ?? WorkflowProblems.Answer(
                        await engine.CompleteTaskAsync(complete, context.RequestAborted), culture));
    }

    // The caller saw the task as it stood: where another was faster he is told who has it now.
    private static async Task<IResult> AssignAsync(
        HttpContext context, TaskRow task, string? to, ITaskInbox inbox, TimeProvider clock, CultureInfo culture)
    {
        var by = CallerIdentity.Of(context).Id;
        var told = new JournalRow(clock.GetUtcNow(), "", JournalEvent.Assigned, $"{task.Id}: {by} → {to ?? "-"}");
        return await inbox.AssignTaskAsync(task, to, told, context.RequestAborted)
            ? Answers.Ok(TaskView.Of(task with { Assignee = to }))
            : Taken(task, culture);
    }

    private static async Task<IResult> WithTaskAsync(
        HttpContext context,
        string instance,
        int bookmark,
        ITaskInbox inbox,
        Func<TaskRow, CultureInfo, Task<IResult>> answer)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var id = TaskRow.IdOf(instance, bookmark);
        return await inbox.FindTaskAsync(id, context.RequestAborted) is { } task
            ? await answer(task, culture)
            : Answers.Refused(StatusCodes.Status404NotFound, culture, new HostError(HostCodes.NoSuchTask, id));
    }

    private static IResult Taken(TaskRow task, CultureInfo culture) => Answers.Refused(
        StatusCodes.Status409Conflict, culture, new HostError(HostCodes.TaskTaken, task.Id));

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
