using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>What the answers of the case engine mean to a workflow.</summary>
internal static class CommandAnswers
{
    /// <summary>The answer; what an accepted command gives besides its version is added.</summary>
    public static WorkAnswer Of(
        CommandResult result, string asked, params IEnumerable<(string Name, object? Value)> given) =>
        result.Status switch
        {
            // The key is this activity's own: used before, it was used for the same.
            CommandStatus.Accepted or CommandStatus.KeyReused => new WorkAnswer.Done(
                CasePayload.Of([(CasePayload.Version, (long)result.Version), .. given])),

            // What a person gave may be malformed, and he can mend it; names that no pack has only the author can.
            CommandStatus.Malformed when result.Problems.Any(IsTheAuthors) => new WorkAnswer.Refused(
                WorkflowCodes.CommandMalformed, [asked, CaseProblems.Text(result.Problems)]),
            CommandStatus.Refused or CommandStatus.Malformed => new WorkAnswer.Done(CasePayload.Of(
                (CasePayload.Outcome, CaseActivity.Refused),
                (CasePayload.Version, (long)result.Version),
                (CasePayload.Problems, CaseProblems.Of(result.Problems)))),
            CommandStatus.Stale or CommandStatus.LostRace => new WorkAnswer.Failed(WorkflowCodes.CaseBusy, [asked]),
            CommandStatus.NotFound => new WorkAnswer.Refused(
                WorkflowCodes.NoSuchCase, [result.CaseId?.ToString() ?? ""]),
            _ => new WorkAnswer.Refused(
                WorkflowCodes.CommandMalformed, [asked, CaseProblems.Text(result.Problems)]),
        };

    private static bool IsTheAuthors(Problem problem) =>
        problem.Code is EngineCodes.UnknownTrigger or EngineCodes.UnknownDeadline;
}
