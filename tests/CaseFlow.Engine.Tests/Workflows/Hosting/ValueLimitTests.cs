using System.Text;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Tests.Workflows.Hosting;

/// <summary>A value that is too large is refused at the door, or stops its instance alone.</summary>
public sealed class ValueLimitTests
{
    private static readonly string Large = new('x', ValueSize.Largest);

    private readonly WorkflowDesk _desk = new();
    private readonly WorkflowHost _host;

    public ValueLimitTests() => _host = _desk.Host();

    [Fact]
    public async Task Start_WithALargeInput_IsRefusedByItsName()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence("a", WorkflowDesk.Line("a")));

        var result = await _host.Engine.StartAsync(
            new StartWorkflow("k", "a") { Input = new Dictionary<string, object?> { ["Big"] = Large } }, default);

        result.Status.Should().Be(WorkflowCommandStatus.Malformed);
        var problem = result.Problems.Should().ContainSingle().Subject;
        (problem.Code, problem.Path).Should().Be((WorkflowCodes.ValueTooLarge, "input.Big"));
        problem.Arguments.Should().Equal("Big", "2097154", "2097152");
        (await _desk.Store.FindAsync(WorkflowIds.OfInstance("k"), default)).Should().BeNull();
    }

    [Fact]
    public async Task Resume_WithALargeAnswer_IsRefusedAndASmallOneGoesOn()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence("a", WorkflowDesk.Event("Go"), WorkflowDesk.Line("on")));
        var id = await _host.StartAsync("a");

        var refused = await _host.Engine.ResumeAsync(id, 1, Large, default);
        var told = await _host.Engine.DeliverAsync(new DeliverEvent("e", "Go") { Payload = Large }, default);

        (refused.Status, refused.Problems[0].Code).Should()
            .Be((WorkflowCommandStatus.Malformed, WorkflowCodes.ValueTooLarge));
        (told.Resumed.Count, told.Problems.Single().Code).Should().Be((0, WorkflowCodes.ValueTooLarge));
        (await _host.Engine.ResumeAsync(id, 1, "small", default)).SubStatus.Should().Be(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Work_WithALargeAnswer_StopsItsInstanceAndNoOther()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence("a", WorkflowDesk.Work, WorkflowDesk.Line("on")));
        var first = await _host.StartAsync("a", "one");
        var second = await _host.StartAsync("a", "two");
        _desk.World.Answer = request => request.InstanceId == first ? new WorkAnswer.Done(Large) : null;

        await _host.Sweep.RunDueAsync(default);

        (await _desk.Store.FindAsync(first, default))!.Status.Should().Be(WorkflowSubStatus.Faulted);
        (await _desk.Store.ListIncidentsAsync(first, 10, default)).Should().ContainSingle()
            .Which.Arguments.Should().Equal("answer", "2097154", "2097152");
        (await _desk.Store.FindAsync(second, default))!.Status.Should().Be(WorkflowSubStatus.Finished);
        _desk.World.Answer = _ => null;
        await _host.Engine.RetryAsync(first, 1, "op", default);
        await _host.Sweep.RunDueAsync(default);
        (await _desk.LinesAsync(first)).Should().Equal("on");
    }

    [Fact]
    public async Task Publish_WithLargeValuesInTheDefinition_TellsEach()
    {
        var json = Encoding.UTF8.GetBytes($$"""
            {"inputs": [{"name": "I", "type": "String", "defaultValue": "{{Large}}"}],
             "variables": [{"id": "v", "name": "V", "typeName": "String", "value": "{{Large}}"}],
             "root": {"id": "w", "type": "Elsa.WriteLine", "text": {"typeName": "String",
                "expression": {"type": "Literal", "value": "{{Large}}"} } } }
            """);

        var published = await _host.Engine.PublishAsync(json, "large", default);

        published.VersionId.Should().BeNull();
        published.Findings.Select(found => $"{found.Code} {found.Path} {found.Arguments[0]}").Should().Equal(
            "CF10175 inputs[0].defaultValue I", "CF10175 root V", "CF10175 root.text text");
    }

    [Fact]
    public void Size_OfAnything_IsAboutThatOfItsJson()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var value = Any(random, 4);
            var json = Encoding.UTF8.GetByteCount(ValueJson.Text(value));

            ValueSize.Of(value).Should().BeInRange(json / 2, (json * 2L) + 40, "of {0}", ValueJson.Text(value));
        }
    }

    [Fact]
    public void Size_OfListsThatHoldTheSameListOverAndOver_IsKnownAtOnce()
    {
        object? value = "x";
        for (var depth = 0; depth < 100; depth++)
        {
            value = new List<object?> { value, value };
        }

        ValueSize.IsWithin(value).Should().BeFalse();
        ValueSize.Arguments("V", value).Should().Equal("V", "134217728", "2097152");
    }

    private static object? Any(Random random, int depth) => random.Next(depth == 0 ? 5 : 8) switch
    {
        0 => null,
        1 => random.NextInt64() >> random.Next(64),
        2 => random.NextDouble(),
        3 => new string((char)random.Next('a', 'ỹ'), random.Next(20)),
        4 => random.Next(2) == 0,
        5 => Enumerable.Range(0, random.Next(5)).ToDictionary(
            place => FormattableString.Invariant($"name{place}"), _ => Any(random, depth - 1), StringComparer.Ordinal),
        _ => Enumerable.Range(0, random.Next(5)).Select(_ => Any(random, depth - 1)).ToList(),
    };
}
