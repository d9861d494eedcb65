namespace CaseFlow.Engine.Tests.Workflows.Runtime;

/// <summary>
/// Definitions as data, with what they print and how they end beside them. With CASEFLOW_WRITE_EXPECTED=1 that is
/// written anew, to be read before it is committed.
/// </summary>
public sealed class WorkflowCaseTests
{
    private static readonly string Folder =
        Repository.PathOf("tests/CaseFlow.Engine.Tests/Workflows/cases");

    public static TheoryData<string> Cases =>
        [
        .. Directory.EnumerateFiles(Folder, "*.json")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_ACase_PrintsItsLinesAndEndsAsItShould(string name)
    {
        var told = WorkflowCase.Play(Path.Combine(Folder, name + ".json"));

        var expected = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            File.WriteAllText(expected, told + "\n");
        }

        told.Should().Be(File.ReadAllText(expected).TrimEnd('\n'), name);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_ACaseKeptAsBytesAfterEveryBurst_IsTheSame(string name)
    {
        var file = Path.Combine(Folder, name + ".json");

        WorkflowCase.PlayKept(file).Should().Be(WorkflowCase.Play(file), name);
    }
}
