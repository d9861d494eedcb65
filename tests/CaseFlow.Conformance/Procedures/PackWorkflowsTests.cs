using System.Text;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Workflows.Cases;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Conformance.Procedures;

/// <summary>The definitions that a pack ships are checked with it and published as one.</summary>
public sealed class PackWorkflowsTests
{
    [Fact]
    public void Check_ThePetitionPack_FindsNothing()
    {
        PackWorkflows.FilesOf(PetitionPack.Files).Should().HaveCount(6);
        PackWorkflows.Check(PetitionPack.Files, PetitionPack.Cases, WorkflowFeatures.Plain).Should().BeEmpty();
    }

    [Theory]
    [InlineData("\"value\": \"accept\"", "\"value\": \"acept\"", "CF10040")]
    [InlineData("\"value\": \"acceptance\"", "\"value\": \"lunch\"", "CF10040")]
    [InlineData("\"definitionId\"", "definitionId", "CF10001")]
    public void Check_ADefinitionThatIsWrong_SaysWhereAndWhy(string right, string wrong, string code)
    {
        var files = PetitionPack.Files.Files.ToDictionary(
            file => file, file => PetitionPack.Files.Read(file)!.Value.ToArray(), StringComparer.Ordinal);
        var text = Encoding.UTF8.GetString(files["workflows/intake.json"]);
        files["workflows/intake.json"] = Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal));

        var found = PackWorkflows.Check(new InMemoryRuleSource(files), PetitionPack.Cases, WorkflowFeatures.Plain);

        found.Should().NotBeEmpty().And.OnlyContain(one => one.File == "workflows/intake.json");
        found.Select(one => one.Finding.Code).Should().Contain(code);
    }

    [Fact]
    public async Task Publish_Twice_PublishesOnce()
    {
        var clock = new SkippingTimeProvider(new DateTimeOffset(2026, 9, 14, 2, 0, 0, TimeSpan.Zero));
        var ports = ProcedurePorts.InMemory(clock);
        var engine = new WorkflowEngine(ports.Workflows, ports.Inbox, WorkflowFeatures.Plain, clock);
        var token = TestContext.Current.CancellationToken;

        var first = await PackWorkflows.PublishAsync(PetitionPack.Files, engine, ports.Workflows, false, token);
        var second = await PackWorkflows.PublishAsync(PetitionPack.Files, engine, ports.Workflows, false, token);
        var third = await PackWorkflows.PublishAsync(PetitionPack.Files, engine, ports.Workflows, true, token);

        first.Should().HaveCount(6).And.OnlyContain(one => one.Result.Findings.Count == 0);
        second.Should().BeEmpty();
        third.Should().BeEmpty();

        (await ports.Workflows.ListVersionsAsync(null, token)).Should().HaveCount(6);
    }
}
