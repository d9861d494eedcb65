using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Storage;
using CaseFlow.Storage;

namespace CaseFlow.Host.Web;

/// <summary>Whether the host lives, and whether it can work.</summary>
internal static class HealthRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Answers.Ok(new LiveView("live")))
            .WithName("live").WithSummary("The process answers.").Produces<LiveView>();
        app.MapGet("/health/ready", ReadyAsync)
            .WithName("ready").WithSummary("The database answers.").Produces<ReadyView>();
    }

    private static async Task<IResult> ReadyAsync(
        HttpContext context, ITimerQueue timers, IOutboxQueue outbox, Sweep sweep, TimeProvider clock)
    {
        try
        {
            var waiting = await outbox.CountWaitingAsync(context.RequestAborted);
            var nextDue = await timers.NextDueAsync(context.RequestAborted);
            return Answers.Ok(
                new ReadyView("ready", "local", clock.GetUtcNow(), nextDue, waiting, sweep.PoisonedCount)
            );
        }
        catch (StorageException exception)
        {
            return Results.Json(
                new LiveView(exception.Code), Answers.Json, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private sealed record LiveView(string Status);

    // Durability is local: one file on this machine, no replica.
    private sealed record ReadyView(
        string Status,
        string Durability,
        DateTimeOffset Now,
        DateTimeOffset? NextDueAt,
        long MessagesWaiting,
        int PoisonedTimers
    );
}
