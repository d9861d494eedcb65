using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Web;

/// <summary>The routes that change something: opening a case, firing a trigger.</summary>
internal static class CommandRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/cases", OpenAsync)
            .WithName("openCase")
            .WithSummary("Opens a case. Needs an Idempotency-Key.")
            .Accepts<OpeningForm>("application/json")
            .Produces<CommandAnswer>(StatusCodes.Status201Created);
        api.MapPost("/cases/{id}/triggers/{trigger}", FireAsync)
            .WithName("fireTrigger")
            .WithSummary("Fires a trigger. Needs an Idempotency-Key; honours If-Match.")
            .Accepts<TriggerForm>("application/json")
            .Produces<CommandAnswer>();
    }

    private static Task<IResult> OpenAsync(HttpContext context, CaseEngine engine) => AnswerAsync(
        context,
        CommandBody.OfOpening,
        (headers, form) => engine.ExecuteAsync(
            new OpenCase(headers.Key, CallerIdentity.Of(context))
            {
                EffectiveOn = form.On,
                Facts = form.Facts,
                Agency = form.Agency,
                Parent = form.Parent,
                Petitioners = form.Petitioners,
            },
            context.RequestAborted),
        opened =>
        {
            context.Response.Headers.Location = $"/api/v1/cases/{opened.CaseId}";
            return Results.Json(CommandAnswer.Of(opened), Answers.Json, statusCode: StatusCodes.Status201Created);
        });

    private static async Task<IResult> FireAsync(HttpContext context, string id, string trigger, CaseEngine engine)
    {
        if (!CaseId.TryParse(id, out var caseId))
        {
            var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
            return Answers.Refused(StatusCodes.Status404NotFound, culture, new HostError(HostCodes.NoSuchThing));
        }

        return await AnswerAsync(
            context,
            CommandBody.OfTrigger,
            (headers, form) => engine.ExecuteAsync(
                new FireTrigger(headers.Key, CallerIdentity.Of(context), caseId, trigger)
                {
                    EffectiveOn = form.On,
                    Facts = form.Facts,
                    Inputs = form.Inputs,
                    ExpectedVersion = headers.ExpectedVersion,
                },
                context.RequestAborted),
            fired => Answers.Ok(CommandAnswer.Of(fired)));
    }

    // Headers and body are read, and all their faults told at once, before the command is carried out.
    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        Func<JsonObject, CultureInfo, List<HostError>, CommandBody> read,
        Func<CommandHeaders, CommandBody, ValueTask<CommandResult>> execute,
        Func<CommandResult, IResult> accepted)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var headers = CommandHeaders.Read(context.Request, errors);
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        if (body.Json.Value is not { } json)
        {
            return Answers.Refused(body.Status, culture, [body.Json.Error!, .. errors]);
        }

        var form = read(json, culture, errors);
        if (errors.Count > 0)
        {
            return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
        }

        var result = await execute(headers, form);
        if (result.Status is not CommandStatus.Accepted)
        {
            return EngineProblems.Answer(result, culture);
        }

        context.Response.Headers.ETag = CommandHeaders.ETag(result.Version);
        return accepted(result);
    }
}
