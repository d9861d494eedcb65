using System.Runtime.CompilerServices;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Tests.Workflows.Activities;

/// <summary>
/// What activities that act on cases ask of the host, and what they do with its answers: definitions as data, with the
/// answers in the file and the dialogue beside it (`CASEFLOW_WRITE_EXPECTED=1` writes it, a person reads it).
/// </summary>
public sealed class AskedOfTheHostTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Files =>
        [
        .. Directory.EnumerateFiles(Folder(), "*.json")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_ADefinitionWithAnswers_AsksAndGoesOnAsRecorded(string name)
    {
        var reading = DefinitionReader.Read(File.ReadAllBytes(Path.Combine(Folder(), name + ".json")), name);
        reading.Findings.Should().BeEmpty();

        var dialogue = string.Join('\n', Dialogue(reading.Definition!));

        var expected = Path.Combine(Folder(), name + ".txt");
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            File.WriteAllText(expected, dialogue + "\n");
        }

        dialogue.Should().Be(File.ReadAllText(expected).TrimEnd('\n'), name);
    }

    private static IEnumerable<string> Dialogue(WorkflowDefinition definition)
    {
        var run = WorkflowRun.Start(
            definition, WorkflowFeatures.Plain, "instance", new Dictionary<string, object?>(), Now, out var findings)!;
        foreach (var finding in findings)
        {
            yield return $"finding {finding.Code} {finding.Path}";
        }

        var answers = definition.Extra.TryGetValue("answers", out var given) ? given.EnumerateArray().ToList() : [];
        foreach (var answer in answers)
        {
            var asked = run.State.Bookmarks[0];
            yield return Text(asked);
            run.Resume(asked.Number, ValueJson.Read(answer), Now).Should().BeTrue();
            yield return "  answer " + JsonSerializer.Serialize(answer);
        }

        foreach (var open in run.State.Bookmarks)
        {
            yield return Text(open);
        }

        foreach (var line in run.Lines)
        {
            yield return "line " + line;
        }

        foreach (var incident in run.State.Incidents)
        {
            yield return $"incident {incident.NodeId} {incident.Code} {string.Join(" | ", incident.Arguments)}";
        }

        yield return $"status {run.State.SubStatus}, about {run.State.CorrelationId ?? "nothing"}";
    }

    private static string Text(Bookmark bookmark)
    {
        var due = bookmark.DueAt?.ToString("O") ?? "never";
        return $"{bookmark.Kind} {bookmark.Key} due {due} {ValueJson.Text(bookmark.Payload)}";
    }

    private static string Folder([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "asked");
}
