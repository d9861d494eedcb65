using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CaseFlow.Bench.Hosting;

/// <summary>
/// How long `caseflow serve` takes from its start to the first answer of /health/ready, on an empty folder; the floor
/// is the same program printing its version, which starts the runtime and ends.
/// </summary>
internal static class ReadyBenchmark
{
    private const int Rounds = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static async Task RunAsync(TextWriter output)
    {
        var versions = new List<double>();
        var starts = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            versions.Add(await VersionAsync());
            starts.Add(await ReadyAsync());
        }

        var (floor, ready) = (Median(versions), Median(starts));
        output.WriteLine(Line("program start (--version)", floor, 1));
        output.WriteLine(Line("ready on an empty folder", ready, ready / floor));
    }

    private static async Task<double> VersionAsync()
    {
        var watch = Stopwatch.StartNew();
        using var process = Start("--version");
        await process.WaitForExitAsync();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> ReadyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-ready");
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var watch = Stopwatch.StartNew();
        using var process = Start("serve", "--data", folder.FullName, "--urls", url);
        try
        {
            await AnsweredAsync(new Uri(url + "/health/ready"), watch);
            return watch.Elapsed.TotalMilliseconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task AnsweredAsync(Uri ready, Stopwatch watch)
    {
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(ready);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience)
            {
                // Nobody listens yet: that is what is being measured.
                await Task.Delay(Pause, TimeProvider.System);
            }
        }
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Join(AppContext.BaseDirectory, "caseflow.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Line(string name, double milliseconds, double ratio) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-28} {milliseconds,8:F0} ms  ratio {ratio:F2}");
}
