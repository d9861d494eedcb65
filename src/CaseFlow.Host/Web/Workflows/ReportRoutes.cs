using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.Web.Workflows;

/// <summary>
/// Where those who do the work of `RunTask` report it, at the address that Elsa has for it. A task's id holds a slash;
/// written as `%2F` it is one part of the address.
/// </summary>
internal static class ReportRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/tasks/{taskId}/complete", ReportAsync)
            .WithName("reportTask")
            .WithSummary("Reports work of RunTask as done; a repeat is answered with 409. Needs a key, as the API.")
            .Accepts<ReportForm>("application/json")
            .Produces<InstanceAnswer>();
        app.MapPost(
                "/tasks/{instance}/{run:int}/complete",
                (HttpContext context, string instance, int run, WorkflowEngine engine) => ReportAsync(
                    context,
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{instance}/{run}"),
                    engine))
            .ExcludeFromDescription();
    }

    private static async Task<IResult> ReportAsync(HttpContext context, string taskId, WorkflowEngine engine)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var (body, refused) = await InstanceBody.ReadAsync(context, culture, errors, "result");
        if (body is null)
        {
            return refused!;
        }

        return errors.Count > 0
            ? Answers.Refused(StatusCodes.Status400BadRequest, culture, errors)
            : WorkflowProblems.Answer(
                await engine.ReportTaskAsync(
                    Uri.UnescapeDataString(taskId), body.Value("result"), context.RequestAborted),
                culture);
    }
}
