using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Web;

/// <summary>The routes that read one case.</summary>
internal static class CaseRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{id}", GetAsync)
            .WithName("getCase").WithSummary("A case, with its version as ETag.").Produces<CaseDetail>();
        api.MapGet("/cases/{id}/history", HistoryAsync)
            .WithName("getHistory")
            .WithSummary("Everything that happened, in order.")
            .Produces<IReadOnlyList<EventView>>();
        api.MapGet("/cases/{id}/deadlines", DeadlinesAsync)
            .WithName("getDeadlines")
            .WithSummary("The deadlines, each with the statement of its date, as data and in words.")
            .Produces<IReadOnlyList<DeadlineView>>();
        api.MapGet("/cases/{id}/explanations", ExplanationsAsync)
            .WithName("getExplanations").WithSummary("The assessments, and the decisions behind the deadlines.")
            .Produces<IReadOnlyList<ExplanationView>>();
        api.MapGet("/cases/{id}/triggers", TriggersAsync)
            .WithName("getTriggers").WithSummary("What can happen next, and what each still needs.")
            .Produces<IReadOnlyList<TriggerView>>();
    }

    private static Task<IResult> GetAsync(HttpContext context, string id, CaseReader reader, IPackCatalogue packs) =>
        WithCaseAsync(context, id, reader, async (found, culture) =>
        {
            context.Response.Headers.ETag = CommandHeaders.ETag(found.Row.Version);
            var pack = await packs.FindAsync(found.Row.PackHash, context.RequestAborted);
            return Answers.Ok(CaseDetail.Of(found, pack, culture));
        });

    private static Task<IResult> HistoryAsync(HttpContext context, string id, CaseReader reader) =>
        WithCaseAsync(context, id, reader, async (found, _) =>
        {
            var history = await reader.HistoryAsync(found.Row.Id, context.RequestAborted);
            return Answers.Ok(history.Select(recorded => EventView.Of(found.Row.Id, recorded)));
        });

    private static Task<IResult> DeadlinesAsync(
        HttpContext context,
        string id,
        CaseReader reader,
        DeadlineWords words
    ) =>
        WithCaseAsync(
            context,
            id,
            reader,
            async (found, culture) =>
            {
                var deadlines = await reader.DeadlinesAsync(found.Row.Id, context.RequestAborted);
                return Answers.Ok(await words.ViewsAsync(found.Row, deadlines, culture, context.RequestAborted));
            }
        );

    private static Task<IResult> ExplanationsAsync(HttpContext context, string id, CaseReader reader) =>
        WithCaseAsync(context, id, reader, async (found, culture) =>
        {
            var explanations = await reader.ExplanationsAsync(found.Row.Id, culture, context.RequestAborted);
            return Answers.Ok(explanations.Select(
                reading => new ExplanationView(reading.Deadline, reading.Started, reading.Trace)));
        });

    private static Task<IResult> TriggersAsync(HttpContext context, string id, CaseReader reader) =>
        WithCaseAsync(context, id, reader, async (found, culture) =>
        {
            var triggers = await reader.TriggersAsync(found.Row.Id, CallerIdentity.Of(context), context.RequestAborted);
            return Answers.Ok(triggers.Select(trigger => TriggerView.Of(trigger, culture)));
        });

    private static async Task<IResult> WithCaseAsync(
        HttpContext context, string id, CaseReader reader, Func<CaseReading, CultureInfo, Task<IResult>> answer)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        return
            CaseId.TryParse(id, out var caseId) && await reader.FindAsync(caseId, context.RequestAborted) is { } found
            ? await answer(found, culture)
            : Answers.Refused(StatusCodes.Status404NotFound, culture, new HostError(HostCodes.NoSuchThing));
    }
}
