using CaseFlow.Host.Web.Workflows;

namespace CaseFlow.Host.Web;

/// <summary>Every route of the host, behind the gates.</summary>
internal static class WebRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.UseMiddleware<FailureGate>();
        app.UseMiddleware<ApiKeyGate>();
        app.UseRouting();
        var api = app.MapGroup("/api/v1");
        CommandRoutes.Map(api);
        CaseRoutes.Map(api);
        ListRoutes.Map(api);
        PackRoutes.Map(api);
        DefinitionRoutes.Map(api);
        InstanceRoutes.Map(api);
        OperatorRoutes.Map(api);
        TaskRoutes.Map(api);
        ReportRoutes.Map(app);
        TrackRoutes.Map(app);
        HealthRoutes.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
