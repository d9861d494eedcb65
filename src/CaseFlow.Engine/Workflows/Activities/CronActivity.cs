using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Schedules;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>
/// `Cron{cronExpression}`: met on the way, it waits for the next moment of the expression, and without one not at all.
/// </summary>
internal sealed class CronActivity : Activity
{
    private const string Expression = "cronExpression";

    /// <inheritdoc/>
    public override string Type => "Elsa.Cron";

    /// <inheritdoc/>
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new(Expression, WorkflowType.Text) { Judge = Judged }];

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        if (Next(context) is { } moment)
        {
            Waits.Until(context, moment);
        }
        else
        {
            context.Complete();
        }
    }

    /// <inheritdoc/>
    public override TriggerStimulus? Trigger(ActivityContext context) =>
        Next(context) is { } moment ? new TriggerStimulus(BookmarkKinds.Time, "", moment) : null;

    // No field names a year: what does not come due after one moment comes due after none.
    private static InputProblem? Judged(object value)
    {
        if ((string)value is not { } expression || string.IsNullOrWhiteSpace(expression))
        {
            return null;
        }

        var schedule = CronReader.Read(expression, out var problem);
        return schedule is null ? new InputProblem(problem!.Code, [.. problem.Arguments])
            : schedule.Next(DateTimeOffset.UnixEpoch) is null
                ? new InputProblem(WorkflowCodes.CronNeverFires, expression)
                : null;
    }

    private static DateTimeOffset? Next(ActivityContext context)
    {
        var expression = context.Text(Expression);
        if (string.IsNullOrWhiteSpace(expression))
        {
            return null;
        }

        var schedule = CronReader.Read(expression, out var problem)
            ?? throw ActivityContext.Fault(problem!.Code, [.. problem.Arguments]);
        return schedule.Next(context.Burst.Surroundings.Now)
            ?? throw ActivityContext.Fault(WorkflowCodes.CronNeverFires, expression);
    }
}
