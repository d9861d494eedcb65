using CaseFlow.Engine.Outbox;
using CaseFlow.Host.Worker;

namespace CaseFlow.Host.Composition;

/// <summary>The loops of the worker and where messages for the outside go.</summary>
internal static class WorkerServices
{
    /// <summary>Registers where messages go.</summary>
    public static void AddSink(IServiceCollection services, HostSettings settings)
    {
        if (settings.Webhook.Url.Length > 0)
        {
            services.AddSingleton(settings.Webhook);
            services.AddSingleton(_ => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
            {
                Timeout = WebhookSink.Timeout,
            });
            services.AddSingleton<IOutboxSink, WebhookSink>();
        }
        else
        {
            services.AddSingleton<IOutboxSink, LogSink>();
        }
    }

    /// <summary>Registers the loops; they start with the host.</summary>
    public static void AddLoops(IServiceCollection services)
    {
        services.AddHostedService<SweepLoop>();
        services.AddHostedService<OutboxLoop>();
        services.AddHostedService<OrphanLoop>();
        services.AddHostedService<RepinLoop>();
    }
}
