namespace CaseFlow.Tests.Shared;

/// <summary>Where the working copy stands, found from the test's own folder.</summary>
internal static class Repository
{
    /// <summary>The folder that holds CaseFlow.sln.</summary>
    public static string Root { get; } = Ancestors(AppContext.BaseDirectory)
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "CaseFlow.sln")))
        ?? throw new InvalidOperationException("CaseFlow.sln stands above no test folder.");

    /// <summary>A path of the working copy, written with forward slashes.</summary>
    public static string PathOf(string relative) => Path.Combine([Root, .. relative.Split('/')]);

    /// <summary>The folder and every folder above it, nearest first.</summary>
    public static IEnumerable<string> Ancestors(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
