using System.Globalization;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.Web.Workflows;

/// <summary>What the engine of workflows answers, as answers of HTTP.</summary>
internal static class WorkflowProblems
{
    /// <summary>The answer to a command to an instance.</summary>
    public static IResult Answer(
        WorkflowResult result, CultureInfo culture, int accepted = StatusCodes.Status200OK) => result.Status switch
        {
            WorkflowCommandStatus.Accepted =>
                Results.Json(InstanceAnswer.Of(result), Answers.Json, statusCode: accepted),
            WorkflowCommandStatus.NotWaiting => Answers.Refused(
                StatusCodes.Status409Conflict, culture, new HostError(HostCodes.NothingWaits, result.InstanceId)),
            _ => Problem(StatusOf(result), result.Problems, culture),
        };

    /// <summary>A problem with findings as its reasons.</summary>
    public static IResult Problem(int status, IEnumerable<WorkflowFinding> findings, CultureInfo culture) =>
        Answers.Problem(status, [.. findings.Select(finding => Reason(finding, culture))]);

    private static ProblemReason Reason(WorkflowFinding finding, CultureInfo culture) =>
        new(finding.Code, finding.Path, finding.Message(culture), finding.Help(culture), [], []);

    private static int StatusOf(WorkflowResult result) => result.Status switch
    {
        WorkflowCommandStatus.Refused when Says(result, WorkflowCodes.RoleNeeded) => StatusCodes.Status403Forbidden,
        WorkflowCommandStatus.Refused when Says(result, WorkflowCodes.TaskOfAnother) => StatusCodes.Status409Conflict,
        WorkflowCommandStatus.Malformed when Says(result, WorkflowCodes.KeyReused) => StatusCodes.Status409Conflict,
        WorkflowCommandStatus.NotFound => StatusCodes.Status404NotFound,
        WorkflowCommandStatus.Malformed => StatusCodes.Status400BadRequest,
        WorkflowCommandStatus.LostRace => StatusCodes.Status409Conflict,
        WorkflowCommandStatus.Stale => StatusCodes.Status412PreconditionFailed,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static bool Says(WorkflowResult result, string code) =>
        result.Problems.Any(problem => problem.Code == code);
}
