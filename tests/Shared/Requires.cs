namespace CaseFlow.Tests.Shared;

/// <summary>
/// What a test needs that a machine may lack. Absent, the test skips and says why; where CASEFLOW_REQUIRE_ALL is 1 (CI
/// installs everything) the lack is a failure. Outside corpora always skip: no installation brings them.
/// </summary>
internal static class Requires
{
    private static bool All => Environment.GetEnvironmentVariable("CASEFLOW_REQUIRE_ALL") == "1";

    /// <summary>
    /// A file or folder of the reference folder `shared` that stands beside the repository (or beside a folder above
    /// it,
    /// for working copies that lie deeper). Skips where it is absent.
    /// </summary>
    public static string SharedCorpus(string relative)
    {
        var path = Repository.Ancestors(Repository.Root)
            .Select(folder => Path.Combine([folder, "..", "shared", .. relative.Split('/')]))
            .Select(Path.GetFullPath)
            .FirstOrDefault(Path.Exists);
        if (path is null)
        {
            Assert.Skip($"The outside corpus shared/{relative} is not on this machine.");
        }

        return path;
    }

    /// <summary>The full path of a program on PATH.</summary>
    public static string Program(string name)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return path ?? Absent<string>($"The program `{name}` is not installed.");
    }

    /// <summary>An environment variable that names a service, such as a database's connection string.</summary>
    public static string Setting(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrEmpty(value) ? Absent<string>($"The environment variable {variable} is not set.") : value;
    }

    /// <summary>Anything else that a machine may lack, with the reason to show.</summary>
    public static void That(bool present, string reason)
    {
        if (!present)
        {
            Absent<bool>(reason);
        }
    }

    private static T Absent<T>(string reason)
    {
        if (All)
        {
            Assert.Fail($"{reason} CASEFLOW_REQUIRE_ALL is set, so this is a failure.");
        }

        Assert.Skip(reason);
        return default!;
    }
}
