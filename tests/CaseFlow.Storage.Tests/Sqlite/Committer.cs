using System.Diagnostics;
using CaseFlow.Storage.Committer;

namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>Starts the committer as a process of its own.</summary>
internal static class Committer
{
    private const int Nobody = 65534;

    public static Process Start(params string[] arguments) => Run("dotnet", [Program, .. arguments]);

    /// <summary>As a user that may write nothing of ours: root would pass every permission.</summary>
    public static Process StartUnprivileged(params string[] arguments)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return Start(arguments);
        }

        var setpriv = Requires.Program("setpriv");
        string[] rights = [$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"];
        return Run(setpriv, [.. rights, Dotnet, Program, .. arguments]);
    }

    /// <summary>
    /// Has it commit without end, kills it after so many answers, and gives the keys that were acknowledged.
    /// </summary>
    public static async Task<List<string>> KillAsync(string command, string folder, string prefix, int answers)
    {
        using var process = Start(command, folder, prefix);
        var keys = new List<string>();
        while (keys.Count < answers && await ReadKeyAsync(process) is { } key)
        {
            keys.Add(key);
        }

        process.Kill();
        while (await ReadKeyAsync(process) is { } key)
        {
            keys.Add(key);
        }

        await process.WaitForExitAsync();
        return keys;
    }

    private static async Task<string?> ReadKeyAsync(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync();
        return line is not null && line.EndsWith(CommitLoop.EndOfKey) ? line[..^1] : null;
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "CaseFlow.Storage.Committer.dll");

    private static string Dotnet => Requires.Program("dotnet");

    private static Process Run(string file, string[] arguments) =>
        Process.Start(new ProcessStartInfo(file, arguments) 
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
}
