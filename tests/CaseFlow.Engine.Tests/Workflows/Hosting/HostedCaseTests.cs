namespace CaseFlow.Engine.Tests.Workflows.Hosting;

/// <summary>
/// Definitions as data on a host, with what they do beside them. With CASEFLOW_WRITE_EXPECTED=1 that is written anew,
/// to be read before it is committed.
/// </summary>
public sealed class HostedCaseTests
{
    private static readonly string Folder = Repository.PathOf("tests/CaseFlow.Engine.Tests/Workflows/hosted");

    public static TheoryData<string> Cases =>
        [
        .. Directory.EnumerateFiles(Folder, "*.json")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Host_OfACase_DoesWhatItShould(string name)
    {
        var told = await HostedCase.PlayAsync(Path.Combine(Folder, name + ".json"));

        var expected = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            await File.WriteAllTextAsync(expected, told + "\n");
        }

        told.Should().Be((await File.ReadAllTextAsync(expected)).TrimEnd('\n'), name);
    }
}
