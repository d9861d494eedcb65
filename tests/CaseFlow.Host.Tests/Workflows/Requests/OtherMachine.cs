using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Host.Tests.Workflows.Requests;

/// <summary>A real listener on this machine that answers as its test says, and keeps what it was asked.</summary>
internal sealed class OtherMachine : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtherMachine(WebApplication app) => _app = app;

    /// <summary>What was asked: method, path, key and the headers `Authorization` and `X-Drawn`.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public Uri Address => new(_app.Urls.First());

    public static async Task<OtherMachine> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var machine = new OtherMachine(builder.Build());
        machine._app.Run(async context =>
        {
            machine.Asked.Enqueue(string.Join(
                ' ',
                context.Request.Method,
                context.Request.Path,
                context.Request.Headers["Idempotency-Key"],
                context.Request.Headers.Authorization,
                context.Request.Headers["X-Drawn"]).TrimEnd());
            await answer(context);
        });
        await machine._app.StartAsync();
        return machine;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
