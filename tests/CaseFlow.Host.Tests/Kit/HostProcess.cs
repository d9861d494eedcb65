using System.Collections.Concurrent;
using System.Diagnostics;

namespace CaseFlow.Host.Tests.Kit;

/// <summary>The real program in a process of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    public string Errors => string.Join('\n', _errors);

    public bool HasEnded => _process.HasExited;

    /// <summary>The most memory it had in use until now, in bytes; null once it has ended.</summary>
    public long? PeakBytes
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.PeakWorkingSet64 is > 0 and var bytes ? bytes : null;
            }
            catch (InvalidOperationException)
            {
                // It ended between two looks.
                return null;
            }
        }
    }

    public static HostProcess Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = CaseFlow.Tests.Shared.Repository.Root,
        };
        start.ArgumentList.Add(Path.Join(AppContext.BaseDirectory, "caseflow.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return new HostProcess(new Process { StartInfo = start });
    }

    /// <summary>Runs one to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var process = Start(args);
        return (await process.EndAsync(), process.Output, process.Errors);
    }

    /// <summary>Waits for a piece of its output, on either stream.</summary>
    public Task SaysAsync(string text) =>
        Eventually.HoldsAsync(
            () =>
                Task.FromResult(
                    Output.Contains(text, StringComparison.Ordinal)
                        || Errors.Contains(text, StringComparison.Ordinal)
                        || HasEnded
                ),
            $"the program says `{text}`; it said:\n{Output}\n{Errors}"
        );

    /// <summary>Waits until a playback is halfway: it tells of every tenth.</summary>
    public Task IsHalfwayAsync(string title) => Eventually.HoldsAsync(
        () => Task.FromResult(
            _errors.Count(line => line.StartsWith(title + " ", StringComparison.Ordinal)) >= 5 || HasEnded),
        "the playback is halfway");

    /// <summary>Kills it as `kill -9` does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop as a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start(
            "kill",
            ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        kill.WaitForExit();
    }

    /// <summary>Waits for its end and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> to, string? line)
    {
        if (line is not null)
        {
            to.Enqueue(line);
        }
    }
}
