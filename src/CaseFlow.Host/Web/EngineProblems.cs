using System.Globalization;
using CaseFlow.Engine.Commands;

namespace CaseFlow.Host.Web;

/// <summary>What the engine refuses, as problems of HTTP.</summary>
internal static class EngineProblems
{
    /// <summary>A reason of the engine in words.</summary>
    public static ProblemReason Reason(Problem problem, CultureInfo culture) => new(
        problem.Code, problem.Place, problem.Message(culture), problem.Help(culture), problem.Cites, problem.LeadsOut);

    /// <summary>The answer to a command that was not carried out.</summary>
    public static IResult Answer(CommandResult result, CultureInfo culture) =>
        Answers.Problem(StatusOf(result.Status), [.. result.Problems.Select(problem => Reason(problem, culture))]);

    private static int StatusOf(CommandStatus status) => status switch
    {
        CommandStatus.NotFound => StatusCodes.Status404NotFound,
        CommandStatus.Stale => StatusCodes.Status412PreconditionFailed,
        CommandStatus.KeyReused or CommandStatus.LostRace => StatusCodes.Status409Conflict,
        CommandStatus.Malformed => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
