using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Rules.Calendars;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>Does what `CaseFlow.*` activities ask: commands, decisions, notices, working days.</summary>
internal sealed class CaseCommandHandler(IEnumerable<ICaseWork> works) : IWorkHandler
{
    private readonly Dictionary<string, ICaseWork> _byType = works
        .SelectMany(work => work.Types.Select(type => (type, work)))
        .ToDictionary(pair => pair.type, pair => pair.work, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Kind => BookmarkKinds.Command;

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(WorkRequest request, CancellationToken cancellationToken)
    {
        if (!_byType.TryGetValue(request.Key, out var work))
        {
            return new WorkAnswer.Refused(WorkflowCodes.UnknownActivity, [request.Key]);
        }

        try
        {
            return await work.DoAsync(CaseRequest.Of(request), cancellationToken);
        }
        catch (WorkflowFault fault)
        {
            return new WorkAnswer.Refused(fault.Code, fault.Arguments);
        }
        catch (PastHorizonException fault)
        {
            return CalendarEnds.Answer(fault);
        }
    }
}

/// <summary>A day was asked for that lies past the holiday data.</summary>
internal static class CalendarEnds
{
    /// <summary>An incident: the data must be added first.</summary>
    public static WorkAnswer Answer(PastHorizonException fault) =>
        new WorkAnswer.Refused(WorkflowCodes.PastCalendar, [fault.Arguments[1], CaseValues.Day(fault.Last)]);
}
