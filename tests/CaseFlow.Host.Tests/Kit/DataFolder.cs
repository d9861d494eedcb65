namespace CaseFlow.Host.Tests.Kit;

/// <summary>A data folder of one test.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("caseflow-data-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
