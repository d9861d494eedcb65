using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Tests.Workflows.Runtime;

/// <summary>Definitions as data, with the lines that they print and how they end beside them.</summary>
public sealed class WorkflowCaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Workflows", "cases");

    private static readonly DateTimeOffset Now = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Cases =>
        [
        .. Directory.EnumerateFiles(Folder, "*.json")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_ACase_PrintsItsLinesAndEndsAsItShould(string name)
    {
        var reading = DefinitionReader.Read(File.ReadAllBytes(Path.Combine(Folder, name + ".json")), name);
        reading.Findings.Should().BeEmpty();

        var run = WorkflowRun.Start(
            reading.Definition!, WorkflowFeatures.Plain, "instance", new Dictionary<string, object?>(), Now, out _);

        string[] printed = [.. run!.Lines, $"status: {run.State.SubStatus}"];
        string.Join('\n', printed).Should().Be(
            File.ReadAllText(Path.Combine(Folder, name + ".txt")).TrimEnd('\n'), name);
    }
}
