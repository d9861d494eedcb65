using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Testing;
using CaseFlow.Host.Composition;
using CaseFlow.Host.Packs;
using CaseFlow.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Host.Tests.Kit;

/// <summary>The host as `serve` composes it, on a clock that skips, listening on a free port of this machine.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly DataFolder? _own;
    private readonly WebApplication _app;

    private RunningHost(WebApplication app, SkippingTimeProvider clock, DataFolder? own)
    {
        (_app, Clock, _own) = (app, clock, own);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>Monday, 4 March 2024, nine o'clock at the desk.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 3, 4, 9, 0, 0, TimeSpan.FromHours(7));

    public HttpClient Client { get; }

    public SkippingTimeProvider Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts one; in a folder of its own unless <paramref name="data"/> is given.</summary>
    public static async Task<RunningHost> StartAsync(
        string pack = "tests/CaseFlow.Host.Tests/Desk",
        DateTimeOffset? start = null,
        bool runsWorker = true,
        DataFolder? data = null,
        params (string Name, string Value)[] settings
    )
    {
        var own = data is null ? new DataFolder() : null;
        var clock = new SkippingTimeProvider(start ?? Start);
        var overrides = settings.Append(("Urls", "http://127.0.0.1:0")).ToDictionary(
            setting => "CaseFlow:" + setting.Item1, setting => (string?)setting.Item2, StringComparer.Ordinal);
        var request = new HostRequest((data ?? own)!.Path, LoadedPack.Load(Repository.PathOf(pack)), clock)
        {
            Overrides = overrides, RunsWorker = runsWorker, QuietBelow = LogLevel.Critical,
        };
        var app = HostComposition.Build(request);
        await app.StartAsync();
        return new RunningHost(app, clock, own);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _own?.Dispose();
    }

    /// <summary>Sends a command.</summary>
    public Task<HttpAnswer> PostAsync(
        string path,
        string body,
        string? key = "k1",
        params (string Name, string Value)[] headers
    ) => SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), key, headers);

    /// <summary>Reads something.</summary>
    public Task<HttpAnswer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, content: null, key: null, headers);

    /// <summary>Opens a request at the desk and gives its case id.</summary>
    public async Task<string> OpenRequestAsync(string key = "open-1", string complete = "true")
    {
        var answer = await PostAsync(
            "/api/v1/cases",
            """{"facts":{"request":{"kind":"request","received_on":"2024-03-04","complete":COMPLETE}}}"""
                .Replace("COMPLETE", complete, StringComparison.Ordinal),
            key);
        answer.Status.Should().Be(201, answer.Text);
        return answer.Json["caseId"]!.GetValue<string>();
    }

    private async Task<HttpAnswer> SendAsync(
        HttpMethod method, string path, HttpContent? content, string? key, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        return new HttpAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.ETag?.Tag,
            response.Content.Headers.ContentType?.MediaType);
    }
}

/// <summary>An answer of the host.</summary>
internal sealed record HttpAnswer(int Status, string Text, string? ETag, string? MediaType)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Code => Json["code"]!.GetValue<string>();

    public IEnumerable<string> Codes => Json["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>());
}
