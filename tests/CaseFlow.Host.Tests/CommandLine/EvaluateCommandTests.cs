using System.Text.Json.Nodes;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Evaluation;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Host.Tests.CommandLine;

public sealed class EvaluateCommandTests : IDisposable
{
    private static readonly string Pack = Repository.PathOf("tests/CaseFlow.Host.Tests/Register/pack");

    private readonly string _facts = Path.GetTempFileName();

    public void Dispose() => File.Delete(_facts);

    [Fact]
    public async Task Evaluate_GoodAndBadLines_AnswersInOrderAndGoesOn()
    {
        var (run, answers) = await EvaluateAsync(
            """{"id":"a1","facts":{"application":{"kind":"permit","received_on":"2011-10-11"}}}""",
            "nonsense",
            "",
            """{"id":3,"facts":{"application":{"kin":"permit","received_on":"soon"}},"x":1}""",
            """{"id":"a4","facts":{"application":{"kind":"permit"}}}""");

        run.ExitCode.Should().Be(ExitCode.Findings);
        answers.Select(answer => answer["id"]?.ToJsonString()).Should().Equal("\"a1\"", null, "3", "\"a4\"");
        answers[0]["decisions"]!["handling_term"]!.ToJsonString().Should().Be(
            """{"status":"decided","outputs":{"term":{"value":56,"unit":"day"}},"rules":["eight_weeks"],"cites":["""
            + """["practice \u0022eight weeks from receipt, unless the register names a due moment\u0022"]"""[1..]
            + ""","missing":[]}""");
        answers[1]["error"]!["code"]!.GetValue<string>().Should().Be(HostCodes.BadJson);
        answers[1]["error"]!["place"]!.GetValue<string>().Should().StartWith("2:");
        answers[2]["error"]!["errors"]!.AsArray().Select(error => error!["place"]!.GetValue<string>())
            .Should().BeEquivalentTo("x", "application.kin", "application.received_on");
        answers[3]["decisions"]!["handling_term"]!["status"]!.GetValue<string>().Should().Be("undecided");
    }

    [Fact]
    public async Task Evaluate_OnlyGoodLines_ExitsWithZeroAndExplainsWhereAsked()
    {
        var (run, answers) = await EvaluateAsync(
            ["--explain", "--decision", "handling_term", "--today", "2020-01-01"],
            """{"id":"a1","facts":{"application":{"kind":"permit","received_on":"2011-10-11"}}}""");

        run.ExitCode.Should().Be(ExitCode.Ok);
        var trace = answers[0]["decisions"]!["handling_term"]!["trace"]!;
        trace["governingDate"]!["value"]!.GetValue<string>().Should().Be("2011-10-11");
        trace["because"]!.AsArray().Should().ContainSingle().Which!["rule"]!
            .GetValue<string>()
            .Should()
            .Be("eight_weeks");
    }

    [Theory]
    [InlineData("brief", "vi", "--explain=brief", "--lang=vi")]
    [InlineData("full", "en", "--explain", "full")]
    [InlineData("brief", "en", "--explain")]
    public async Task Evaluate_WithADepth_ExplainsToThatDepthInTheLanguageAskedFor(
        string depth, string language, params string[] options)
    {
        var (run, answers) = await EvaluateAsync(
            options, """{"id":"a1","facts":{"application":{"kind":"permit","received_on":"2011-10-11"}}}""");

        run.ExitCode.Should().Be(ExitCode.Ok);
        var trace = answers[0]["decisions"]!["handling_term"]!["trace"]!;
        trace["depth"]!.GetValue<string>().Should().Be(depth);
        trace["language"]!.GetValue<string>().Should().Be(language);
        trace["sentence"]!.GetValue<string>().Should().Contain("56").And.EndWith(".");
    }

    [Theory]
    [InlineData(HostCodes.UnknownDecision, "--decision", "nope")]
    [InlineData(HostCodes.BadDateOption, "--today", "2020-02-30")]
    public async Task Evaluate_OptionThatCannotBeUsed_IsRefusedBeforeAnyLine(string code, params string[] options)
    {
        var (run, answers) = await EvaluateAsync(options, """{"id":"a1","facts":{}}""");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().StartWith(code);
        answers.Should().BeEmpty();
    }

    [Fact]
    public async Task Evaluate_FileThatIsNotThere_IsRefused()
    {
        var run = await CommandRun.OfAsync("evaluate", Pack, "--facts", "/no/such/file", "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().StartWith(HostCodes.FileNotFound).And.Contain("not found");
    }

    [Fact]
    public async Task Evaluate_LineBeyondTheLimit_GetsItsErrorAndTheRestGoOn()
    {
        var (_, answers) = await EvaluateAsync(
            "{\"id\":\"" + new string('x', JsonLines.BytesMax) + "\"}", """{"id":"b","facts":{}}""");

        answers.Should().HaveCount(2);
        answers[0]["error"]!["code"]!.GetValue<string>().Should().Be(HostCodes.LineTooLong);
        answers[1]["id"]!.GetValue<string>().Should().Be("b");
    }

    // The reader lets go of it before it knows that nothing follows.
    [Fact]
    public async Task Evaluate_LastLineBeyondTheLimitAndWithoutAnEnd_GetsItsError()
    {
        await File.WriteAllTextAsync(
            _facts, """{"id":"a","facts":{}}""" + "\n" + new string('x', 3 * JsonLines.BytesMax),
            TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("evaluate", Pack, "--facts", _facts);

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.TrimEnd().Split('\n').Should().HaveCount(2).And.Contain(line =>
            line.Contains(HostCodes.LineTooLong, StringComparison.Ordinal)
            && line.Contains("\"line\":2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Test_SamplePack_EndsWithTheCount()
    {
        var run = await CommandRun.OfAsync("test", Pack);

        run.ExitCode.Should().Be(ExitCode.Ok);
        run.Output.TrimEnd().Split('\n')[^1].Should().Be("1 passed, 0 failed");
    }

    private Task<(CommandRun Run, IReadOnlyList<JsonNode> Answers)> EvaluateAsync(params string[] lines) =>
        EvaluateAsync([], lines);

    private static string[] Language(IEnumerable<string> options) =>
        options.Any(option => option.StartsWith("--lang", StringComparison.Ordinal)) ? [] : ["--lang", "en"];

    private async Task<(CommandRun Run, IReadOnlyList<JsonNode> Answers)> EvaluateAsync(
        IReadOnlyList<string> options, params string[] lines)
    {
        await File.WriteAllLinesAsync(_facts, lines);
        var run = await CommandRun.OfAsync(["evaluate", .. options, Pack, "--facts", _facts, .. Language(options)]);
        return (
            run,
            [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)]
        );
    }
}
