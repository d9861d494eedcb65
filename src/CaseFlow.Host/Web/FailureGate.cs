using System.Globalization;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Storage;

namespace CaseFlow.Host.Web;

/// <summary>
/// Turns what was thrown, and addresses that lead nowhere, into problems; details go to the log alone.
/// </summary>
internal sealed partial class FailureGate(RequestDelegate next, ILogger<FailureGate> log, TimeProvider clock)
{
    /// <summary>Passes the request on and answers for what went wrong.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
            await AnswerEmptyAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            LogAborted(log);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await BadRequestAsync(context, exception);
        }
        catch (StorageException exception) when (!context.Response.HasStarted)
        {
            LogUnavailable(log, exception, exception.Code);
            await UnavailableAsync(context, exception);
        }
#pragma warning disable CA1031 // The outermost edge of a request: the caller gets an incident id, the log the details.
        catch (Exception exception) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            await UnexpectedAsync(context, exception);
        }
    }

    private static async Task AnswerEmptyAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentLength > 0)
        {
            return;
        }

        var error = response.StatusCode switch
        {
            StatusCodes.Status405MethodNotAllowed => new HostError(HostCodes.MethodNotAllowed, context.Request.Method),
            StatusCodes.Status415UnsupportedMediaType => new HostError(HostCodes.NotJsonType),
            StatusCodes.Status404NotFound => new HostError(HostCodes.NoSuchThing),
            _ => new HostError(HostCodes.CommandFailed),
        };
        await Answers.Refused(response.StatusCode, Culture(context), error).ExecuteAsync(context);
    }

    private static async Task BadRequestAsync(HttpContext context, BadHttpRequestException exception)
    {
        var error = exception.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? new HostError(HostCodes.BodyTooLarge, HostLimits.BodyBytes.ToString(CultureInfo.InvariantCulture))
            : new HostError(HostCodes.CommandFailed);
        await Answers.Refused(exception.StatusCode, Culture(context), error).ExecuteAsync(context);
    }

    private static async Task UnavailableAsync(HttpContext context, StorageException exception)
    {
        context.Response.Headers.RetryAfter = HostLimits.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        var culture = Culture(context);
        var ours = ProblemReason.Of(new HostError(HostCodes.Unavailable), culture);

        // Which file and why is the operator's business: the caller gets the code, the log the rest.
        var reason = ours with { Code = exception.Code, Place = "database" };
        await Answers.Problem(StatusCodes.Status503ServiceUnavailable, [reason]).ExecuteAsync(context);
    }

    private async Task UnexpectedAsync(HttpContext context, Exception exception)
    {
        var incident = Incident.NewId(clock.GetUtcNow());
        LogUnexpected(log, exception, incident);
        var culture = Culture(context);
        var reason = ProblemReason.Of(new HostError(HostCodes.UnexpectedOnline, incident), culture);
        var body = ProblemBody.Of(StatusCodes.Status500InternalServerError, [reason]) with { Incident = incident };
        await Results
            .Json(body, Answers.Json, "application/problem+json", body.Status)
            .ExecuteAsync(context);
    }

    private static CultureInfo Culture(HttpContext context) =>
        CallerLanguage.Of(context.Request, CallerLanguage.English);

    [LoggerMessage(EventId = 9100, Level = LogLevel.Error, Message = "CF9157 incident {Incident}")]
    private static partial void LogUnexpected(ILogger log, Exception exception, string incident);

    [LoggerMessage(EventId = 9168, Level = LogLevel.Error, Message = "CF9168 the database refuses: {Code}")]
    private static partial void LogUnavailable(ILogger log, Exception exception, string code);

    [LoggerMessage(EventId = 9101, Level = LogLevel.Debug, Message = "The caller went away")]
    private static partial void LogAborted(ILogger log);
}
