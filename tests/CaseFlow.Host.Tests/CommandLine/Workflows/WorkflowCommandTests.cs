using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Tests.Shared;
using static System.FormattableString;

namespace CaseFlow.Host.Tests.CommandLine.Workflows;

/// <summary>
/// What commands about files say, to the letter: exit code, output and errors as files beside the definitions.
/// CASEFLOW_WRITE_EXPECTED=1 writes them anew, to be read before they are committed.
/// </summary>
public sealed partial class WorkflowCommandTests
{
    private static readonly string Folder = Repository.PathOf("tests/CaseFlow.Host.Tests/Flows");

    [Theory]
    [InlineData("greet", "run {0} --lang en --input Name=30 --input {{\"Days\":7}}")]
    [InlineData("wait", "run {0} --lang en")]
    [InlineData("fault", "run {0} --lang en")]
    [InlineData("fault.vi", "run {0} --lang vi")]
    [InlineData("fault.json", "run {0} --lang en --json")]
    [InlineData("broken", "run {0} --lang en")]
    [InlineData("broken.vi", "run {0} --lang vi")]
    [InlineData("broken.json", "run {0} --lang en --json")]
    [InlineData("calls/parent", "run {0} --lang en")]
    [InlineData("wait.diagram", "diagram {0} --lang en")]
    public async Task Workflow_OfAFile_SaysWhatIsExpected(string name, string words)
    {
        var file = Path.Join(Folder, name.Split('.')[0] + ".json");
        var run = await CommandRun.OfAsync(
            ["workflow", .. words.Split(' ').Select(word => string.Format(CultureInfo.InvariantCulture, word, file))]);

        var said = Invariant($"exit {run.ExitCode}\n--- output\n{run.Output}--- errors\n{run.Errors}")
            .Replace(Folder + "/", "", StringComparison.Ordinal);
        said = Moment().Replace(said, "\"at\":\"NOW\"");
        var expected = Path.Join(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            await File.WriteAllTextAsync(expected, said);
        }

        said.Should().Be(await File.ReadAllTextAsync(expected));
    }

    [Fact]
    public async Task Run_OfALoopThatPrintsVeryOften_PrintsEveryLine()
    {
        using var folder = new DataFolder();
        var file = Path.Join(folder.Path, "often.json");
        await File.WriteAllTextAsync(file, """
            { "root": { "id": "f", "type": "Elsa.For", "start": 1, "end": 120000,
              "body": { "id": "w", "type": "Elsa.WriteLine", "text": "line" } } }
            """, TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("workflow", "run", file);

        run.ExitCode.Should().Be(ExitCode.Ok);
        run.Output.Split("line").Should().HaveCount(120_001);
    }

    [Fact]
    public async Task Run_OfAnInstanceThatCannotBeKept_EndsAsFaulted()
    {
        using var folder = new DataFolder();
        var file = Path.Join(folder.Path, "large.json");
        var text = new string('x', 1_900_000);
        var variables = string.Join(',', Enumerable.Range(0, 9).Select(number =>
            $$"""{ "id": "v{{number}}", "name": "V{{number}}", "typeName": "String", "value": "{{text}}" }"""));
        await File.WriteAllTextAsync(file, $$"""
            { "variables": [{{variables}}],
              "root": { "id": "e", "type": "Elsa.Event", "eventName": "go" } }
            """, TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("workflow", "run", file, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Errors.Should().Contain("CF10163").And.Contain("help: ");
        run.Output.Should().EndWith("status: Faulted\n");
    }

    [Fact]
    public async Task Run_OfALoopWithoutAnEnd_IsBrokenOffByASignal()
    {
        using var folder = new DataFolder();
        var file = Path.Join(folder.Path, "endless.json");
        await File.WriteAllTextAsync(file, """
            { "root": { "id": "s", "type": "Elsa.Sequence", "activities": [
              { "id": "w", "type": "Elsa.WriteLine", "text": "begun" },
              { "id": "d", "type": "Elsa.Delay", "timeSpan": "00:00:00" },
              { "id": "l", "type": "Elsa.While", "condition": true,
                "body": { "id": "x", "type": "Elsa.RunJavaScript", "script": {
                  "typeName": "String", "expression": { "type": "Literal",
                    "value": "var n = 0; for (var i = 0; i < 20000; i++) { n = n + i; } return n;" } } } } ] } }
            """, TestContext.Current.CancellationToken);
        using var process = HostProcess.Start("workflow", "run", file, "--lang", "en");
        await process.SaysAsync("begun");

        process.Terminate();

        (await process.EndAsync()).Should().Be(ExitCode.Suspended);
        process.Output.Should().Be("begun\nstatus: Interrupted");
        process.Errors.Should().StartWith(HostCodes.RunInterrupted + ": ");
    }

    [Fact]
    public async Task Run_BesideFilesThatAreBroken_NamesThemAndRunsAllTheSame()
    {
        using var folder = new DataFolder();
        var file = Path.Join(folder.Path, "sound.json");
        await File.WriteAllTextAsync(file, """
            { "root": { "id": "s", "type": "Elsa.Sequence", "activities": [
              { "id": "w", "type": "Elsa.WriteLine", "text": "before" },
              { "id": "x", "type": "Elsa.ExecuteWorkflow", "waitForCompletion": true,
                "workflowDefinitionId": { "typeName": "String",
                  "expression": { "type": "Literal", "value": "SIBLING" } } }
            ] } }
            """.Replace("SIBLING", "other", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Join(folder.Path, "other.json"), """
            { "root": { "id": "w", "type": "Elsa.WriteLine", "text": "within" } }
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Join(folder.Path, "cron.json"), """
            { "root": { "id": "c", "type": "Elsa.Cron", "cronExpression": "* *" } }
            """, TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Join(folder.Path, "gone.json"), Path.Join(folder.Path, "nowhere"));

        var sound = await CommandRun.OfAsync("workflow", "run", file, "--lang", "en");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
            .Replace("other", "cron", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var broken = await CommandRun.OfAsync("workflow", "run", file, "--lang", "en");

        (sound.ExitCode, sound.Output).Should().Be((ExitCode.Ok, "before\nwithin\nstatus: Finished\n"));
        sound.Errors.Should().Contain("cron.json:root.cronExpression: warning CF10014: ")
            .And.Contain("gone.json: warning CF10055: ");
        (broken.ExitCode, broken.Output).Should().Be((ExitCode.Findings, "before\nstatus: Faulted\n"));
        broken.Errors.Should().Contain("CF10114");
    }

    [Fact]
    public async Task Run_OfOneThatWaitsForOneThatFaults_GoesOnAsNobodyCanMendIt()
    {
        using var folder = new DataFolder();
        var file = Path.Join(folder.Path, "parent.json");
        await File.WriteAllTextAsync(file, """
            { "root": { "id": "s", "type": "Elsa.Sequence", "activities": [
              { "id": "x", "type": "Elsa.ExecuteWorkflow", "waitForCompletion": true,
                "workflowDefinitionId": { "typeName": "String",
                  "expression": { "type": "Literal", "value": "child" } } },
              { "id": "w", "type": "Elsa.WriteLine", "text": "after" } ] } }
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Join(folder.Path, "child.json"), """
            { "root": { "id": "f", "type": "Elsa.Fault", "message": "broken" } }
            """, TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("workflow", "run", file, "--lang", "en");

        (run.ExitCode, run.Output).Should().Be((ExitCode.Ok, "after\nstatus: Finished\n"));
    }

    [Fact]
    public async Task Run_OfAFileThatIsNotThere_SaysSo()
    {
        var run = await CommandRun.OfAsync("workflow", "run", Path.Join(Folder, "none.json"), "--json");

        run.ExitCode.Should().Be(ExitCode.Usage);
        JsonNode.Parse(run.Errors)!["error"]!["code"]!.GetValue<string>().Should().Be(HostCodes.FileNotFound);
    }

    [Fact]
    public async Task Run_WithAnInputThatIsNone_SaysHowToWriteIt()
    {
        var run = await CommandRun.OfAsync(
            "workflow", "run", Path.Join(Folder, "greet.json"), "--input", "Days", "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().EndWith(
            "CF9185: `Days` is neither NAME=VALUE nor a JSON object\n"
            + "  help: write `--input Days=30`, or `--input \"{\\\"Days\\\": 30}\"` for several at once\n");
    }

    [GeneratedRegex("\"at\":\"[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex Moment();
}
