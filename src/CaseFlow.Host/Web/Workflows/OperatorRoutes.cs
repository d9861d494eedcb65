using System.Globalization;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.Web.Workflows;

/// <summary>The routes that start, resume, mend and end instances. They need the role operate.</summary>
internal static class OperatorRoutes
{
    private const string Instance = "/workflows/instances/{id}";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/workflows/instances", StartAsync)
            .WithName("startWorkflow")
            .WithSummary("Starts an instance. Needs an Idempotency-Key and the role operate.")
            .Accepts<StartForm>("application/json")
            .Produces<InstanceAnswer>(StatusCodes.Status201Created);
        api.MapPost(Instance + "/bookmarks/{bookmark:int}/resume", ResumeAsync)
            .WithName("resumeWorkflow")
            .WithSummary("Goes on where it waits; a bookmark burns once, after that the answer is 409; a repeat under "
                + "an Idempotency-Key is answered as the first. Honours If-Match: 412.")
            .Accepts<ResumeForm>("application/json")
            .Produces<InstanceAnswer>();
        api.MapPost(Instance + "/incidents/{incident:int}/retry", RetryAsync)
            .WithName("retryWorkflow")
            .WithSummary("Runs once more what an incident stopped. Honours If-Match: 412.")
            .Produces<InstanceAnswer>();
        api.MapPost(Instance + "/incidents/{incident:int}/skip", SkipAsync)
            .WithName("skipWorkflow")
            .WithSummary("Passes over the activity that an incident stopped. Honours If-Match: 412.")
            .Accepts<SkipForm>("application/json")
            .Produces<InstanceAnswer>();
        api.MapPost(Instance + "/cancel", CancelAsync)
            .WithName("cancelWorkflow")
            .WithSummary("Ends an instance; what it waits for is void. Honours If-Match: 412.")
            .Produces<InstanceAnswer>();
    }

    private static Task<IResult> StartAsync(HttpContext context, WorkflowEngine engine) =>
        WithBodyAsync(context, ["definition", "version", "case", "input"], async (body, culture, errors) =>
        {
            var headers = CommandHeaders.Read(context.Request, errors);
            var principal = CallerIdentity.Of(context).Id;
            var start = new StartWorkflow(
                StartKeys.OfRequest(principal, headers.Key), body.RequiredText("definition"))
            {
                VersionId = body.Text("version"),
                CorrelationId = body.Text("case"),
                Input = body.Values("input"),
            };
            if (errors.Count > 0)
            {
                return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
            }

            var result = await engine.StartAsync(start, context.RequestAborted);
            if (result.Status is WorkflowCommandStatus.Accepted)
            {
                context.Response.Headers.Location = $"/api/v1/workflows/instances/{result.InstanceId}";
            }

            return WorkflowProblems.Answer(result, culture, StatusCodes.Status201Created);
        });

    private static Task<IResult> ResumeAsync(HttpContext context, string id, int bookmark, WorkflowEngine engine) =>
        CommandAsync(context, ["answer"], (body, errors) =>
        {
            var answer = body.Value("answer");
            return CommandHeaders.OptionalKey(context.Request, errors) is { } key
                ? seen => engine.ResumeAsync(
                    id, bookmark, answer, new RequestKey(CallerIdentity.Of(context).Id, key), seen,
                    context.RequestAborted)
                : seen => engine.ResumeAsync(id, bookmark, answer, seen, context.RequestAborted);
        });

    private static Task<IResult> RetryAsync(HttpContext context, string id, int incident, WorkflowEngine engine) =>
        CommandAsync(
            context, [],
            (_, _) => seen => engine.RetryAsync(
                id, incident, CallerIdentity.Of(context).Id, seen, context.RequestAborted));

    private static Task<IResult> SkipAsync(HttpContext context, string id, int incident, WorkflowEngine engine) =>
        CommandAsync(context, ["outcome"], (body, _) =>
        {
            var outcome = body.Text("outcome");
            var by = CallerIdentity.Of(context).Id;
            return seen => engine.SkipAsync(id, incident, outcome, by, seen, context.RequestAborted);
        });

    private static Task<IResult> CancelAsync(HttpContext context, string id, WorkflowEngine engine) =>
        CommandAsync(context, [], (_, _) => seen => engine.CancelAsync(id, seen, context.RequestAborted));

    // The whole body is read, and all its faults told, before anything is done.
    private static Task<IResult> CommandAsync(
        HttpContext context,
        IReadOnlyList<string> known,
        Func<InstanceBody, List<HostError>, Func<int?, ValueTask<WorkflowResult>>> command) =>
        WithBodyAsync(context, known, async (body, culture, errors) =>
        {
            var act = command(body, errors);
            var seen = CommandHeaders.Version(context.Request, errors);
            if (errors.Count > 0)
            {
                return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
            }

            var result = await act(seen);
            if (result is { Status: WorkflowCommandStatus.Accepted, Version: > 0 })
            {
                context.Response.Headers.ETag = CommandHeaders.ETag(result.Version);
            }

            return WorkflowProblems.Answer(result, culture);
        });

    private static async Task<IResult> WithBodyAsync(
        HttpContext context,
        IReadOnlyList<string> known,
        Func<InstanceBody, CultureInfo, List<HostError>, Task<IResult>> answer)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        if (WorkflowAccess.Refusal(context, culture, WorkflowAccess.Operate) is { } refusal)
        {
            return refusal;
        }

        var errors = new List<HostError>();
        var (body, refused) = await InstanceBody.ReadAsync(context, culture, errors, known);
        return body is null ? refused! : await answer(body, culture, errors);
    }
}
