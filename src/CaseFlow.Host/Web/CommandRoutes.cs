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

    private static async Task<IResult> OpenAsync(HttpContext context, CaseEngine engine)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var headers = CommandHeaders.Read(context.Request, errors);
        var (body, refused) = await BodyAsync(context, culture, errors);
        if (body is null)
        {
            return refused!;
        }

        var form = CommandBody.OfOpening(body, culture, errors);
        if (errors.Count > 0)
        {
            return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
        }

        var command = new OpenCase(headers.Key, CallerIdentity.Of(context))
        {
            EffectiveOn = form.On,
            Facts = form.Facts,
            Agency = form.Agency,
            Parent = form.Parent,
            Petitioners = form.Petitioners,
        };
        var result = await engine.ExecuteAsync(command, context.RequestAborted);
        if (result.Status is not CommandStatus.Accepted)
        {
            return EngineProblems.Answer(result, culture);
        }

        context.Response.Headers.ETag = CommandHeaders.ETag(result.Version);
        context.Response.Headers.Location = $"/api/v1/cases/{result.CaseId}";
        return Results.Json(CommandAnswer.Of(result), Answers.Json, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> FireAsync(HttpContext context, string id, string trigger, CaseEngine engine)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        if (!CaseId.TryParse(id, out var caseId))
        {
            return Answers.Refused(StatusCodes.Status404NotFound, culture, new HostError(HostCodes.NoSuchThing));
        }

        var errors = new List<HostError>();
        var headers = CommandHeaders.Read(context.Request, errors);
        var (body, refused) = await BodyAsync(context, culture, errors);
        if (body is null)
        {
            return refused!;
        }

        var form = CommandBody.OfTrigger(body, culture, errors);
        if (errors.Count > 0)
        {
            return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
        }

        var command = new FireTrigger(headers.Key, CallerIdentity.Of(context), caseId, trigger)
        {
            EffectiveOn = form.On,
            Facts = form.Facts,
            Inputs = form.Inputs,
            ExpectedVersion = headers.ExpectedVersion,
        };
        var result = await engine.ExecuteAsync(command, context.RequestAborted);
        if (result.Status is not CommandStatus.Accepted)
        {
            return EngineProblems.Answer(result, culture);
        }

        context.Response.Headers.ETag = CommandHeaders.ETag(result.Version);
        return Answers.Ok(CommandAnswer.Of(result));
    }

    // A body that cannot be read is told together with what is wrong with the headers.
    private static async Task<(JsonObject? Body, IResult? Refused)> BodyAsync(
        HttpContext context, CultureInfo culture, List<HostError> errors)
    {
        var reading = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        return reading.Json.Error is { } error
            ? (null, Answers.Refused(reading.Status, culture, [error, .. errors]))
            : (reading.Json.Value, null);
    }
}
