using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Packs;
using CaseFlow.Host.Web;
using CaseFlow.Storage.Sqlite;
using Microsoft.Extensions.Logging.Console;

namespace CaseFlow.Host.Composition;

/// <summary>The one place where the host is put together; `serve` and `demo` differ in the clock alone.</summary>
internal static class HostComposition
{
    /// <summary>Builds the host; opens the database, starts nothing.</summary>
    /// <exception cref="HostErrorException">A setting cannot be used.</exception>
    /// <exception cref="CaseFlow.Storage.StorageException">The database cannot be used.</exception>
    public static WebApplication Build(HostRequest request)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(request.Overrides);
        var settings = ReadSettings(builder.Configuration);
        ConfigureLog(builder.Logging, request.QuietBelow);
        ConfigureWeb(builder, settings);
        builder.Services.AddSingleton(request.Clock);
        builder.Services.AddSingleton(settings);
        builder.Services.AddCaseFlowSqlite(new SqliteOptions { Directory = request.DataFolder });
        EngineServices.Add(builder.Services, request.Pack, settings);
        WorkerServices.AddSink(builder.Services, settings);
        if (request.RunsWorker)
        {
            WorkerServices.AddLoops(builder.Services);
            WorkflowServices.AddWithLoop(builder.Services, request.PublishesWorkflows);
        }
        else
        {
            WorkflowServices.Add(builder.Services);
        }

        var app = builder.Build();
        app.Services.GetRequiredService<SqliteStorage>();
        WebRoutes.Map(app);
        return app;
    }

    private static HostSettings ReadSettings(IConfiguration configuration)
    {
        var settings = new HostSettings();
        try
        {
            configuration.GetSection(HostSettings.Section).Bind(settings);
        }
        catch (InvalidOperationException exception)
        {
            throw new HostErrorException(
                new HostError(HostCodes.BadSetting, HostSettings.Section, "type"), ExitCode.Usage, exception);
        }

        return SettingsCheck.Faults(settings) is [var first, ..]
            ? throw new HostErrorException(first, ExitCode.Usage)
            : settings;
    }

    private static void ConfigureLog(ILoggingBuilder log, LogLevel? quietBelow)
    {
        log.ClearProviders();
        log.AddJsonConsole(options => options.UseUtcTimestamp = true);

        // Results go to standard output; the log never mixes with them.
        log.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        log.AddFilter("Microsoft", LogLevel.Warning);

        // Why a host cannot start is told once, by the command; the framework would add a stack trace.
        log.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        if (quietBelow is { } level)
        {
            log.AddFilter((_, at) => at >= level);
        }
    }

    private static void ConfigureWeb(WebApplicationBuilder builder, HostSettings settings)
    {
        builder.WebHost.UseUrls(SettingsCheck.Split(settings.Urls));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = HostLimits.BodyBytes;
            kestrel.Limits.RequestHeadersTimeout = HostLimits.RequestHeaders;
        });
        builder.Services.AddSingleton(new ApiKeys(settings.ApiKeys));
        builder.Services.AddSingleton<DeadlineWords>();
        builder.Services.AddSingleton<PackPublishing>();
        builder.Services.AddSingleton<PackRequests>();
        builder.Services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "CaseFlow";
            document.Info.Version = "v1";
            return Task.CompletedTask;
        }));
        if (SettingsCheck.IsLoopbackOnly(settings))
        {
            // A page of another site cannot reach this machine's API under a name of its own (DNS rebinding).
            builder.Services.Configure<Microsoft.AspNetCore.HostFiltering.HostFilteringOptions>(
                options => options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        }
    }
}
