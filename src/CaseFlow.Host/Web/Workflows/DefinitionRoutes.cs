using System.Globalization;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagrams;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows;
using CaseFlow.Rules.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace CaseFlow.Host.Web.Workflows;

/// <summary>The routes of definitions.</summary>
internal static class DefinitionRoutes
{
    private const string DefaultName = "workflow";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workflows/definitions", ListAsync)
            .WithName("listWorkflowDefinitions")
            .WithSummary("Versions of definitions, last published first: ?definition=.")
            .Produces<IReadOnlyList<DefinitionSummary>>();
        api.MapGet("/workflows/definitions/{definition}", GetAsync)
            .WithName("getWorkflowDefinition")
            .WithSummary(
                "The published version of a definition as it was given (Elsa 3's JSON): ?version= for another.")
            .Produces<object>();
        api.MapGet("/workflows/definitions/{definition}/diagram", DiagramAsync)
            .WithName("getWorkflowDefinitionDiagram")
            .WithSummary("The same as a Mermaid flowchart.").Produces<string>(contentType: Diagram.MediaType);
        api.MapPost("/workflows/definitions", PublishAsync)
            .WithName("publishWorkflow")
            .WithSummary("Publishes a definition (Elsa 3's JSON): new instances begin with it. Needs the role publish.")
            .Accepts<object>("application/json")
            .Produces<PublishedView>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, IWorkflowStore store)
    {
        var definition = context.Request.Query["definition"].ToString();
        var rows = await store.ListVersionsAsync(
            definition.Length == 0 ? null : definition, context.RequestAborted);
        return Answers.Ok(rows.Select(DefinitionSummary.Of));
    }

    private static Task<IResult> GetAsync(HttpContext context, string definition, IWorkflowStore store) =>
        WithRowAsync(context, definition, store, row =>
        {
            context.Response.Headers.ETag = $"\"{Uri.EscapeDataString(row.VersionId)}\"";
            return Results.Bytes(row.Json.ToArray(), "application/json");
        });

    private static Task<IResult> DiagramAsync(HttpContext context, string definition, IWorkflowStore store) =>
        WithRowAsync(context, definition, store, row =>
            Diagram.Answer(WorkflowDiagram.Of(DefinitionReader.Read(row.Json, row.DefinitionId).Definition!)));

    private static async Task<IResult> WithRowAsync(
        HttpContext context, string definition, IWorkflowStore store, Func<DefinitionRow, IResult> answer)
    {
        var version = context.Request.Query["version"].ToString();
        var row = version.Length == 0
            ? await store.FindPublishedAsync(definition, context.RequestAborted)
            : await store.FindVersionAsync(version, context.RequestAborted);
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        return row is not null && row.DefinitionId == definition
            ? answer(row)
            : Answers.Refused(StatusCodes.Status404NotFound, culture, new HostError(HostCodes.NoSuchThing));
    }

    private static async Task<IResult> PublishAsync(HttpContext context, WorkflowEngine engine)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        if (WorkflowAccess.Refusal(context, culture, WorkflowAccess.Publish) is { } refusal)
        {
            return refusal;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = HostLimits.PackBodyBytes;
        }

        var (json, error, status) = await RequestBody.ReadTextAsync(
            context.Request, context.RequestAborted, HostLimits.PackBodyBytes);
        if (error is not null)
        {
            return Answers.Refused(status, culture, error);
        }

        var result = await engine.PublishAsync(json, DefaultName, context.RequestAborted);
        return Answer(result, culture);
    }

    private static IResult Answer(PublishResult result, CultureInfo culture) => result.VersionId is { } version
        ? Answers.Ok(new PublishedView(
            version,
            result.Version,
            result.Repeated,
            [.. result.Findings.Select(finding => FindingView.Of(finding, culture))]))
        : WorkflowProblems.Problem(
            StatusCodes.Status422UnprocessableEntity,
            result.Findings.Where(finding => finding.Severity == Severity.Error),
            culture);

    /// <summary>What publishing came to.</summary>
    private sealed record PublishedView(
        string VersionId, int Version, bool Repeated, IReadOnlyList<FindingView> Findings);
}
