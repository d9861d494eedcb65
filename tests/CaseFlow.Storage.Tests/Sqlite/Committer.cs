using System.Diagnostics;

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

    private static string Program => Path.Combine(AppContext.BaseDirectory, "CaseFlow.Storage.Committer.dll");

    private static string Dotnet => Requires.Program("dotnet");

    private static Process Run(string file, string[] arguments) =>
        Process.Start(new ProcessStartInfo(file, arguments) 
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
}
