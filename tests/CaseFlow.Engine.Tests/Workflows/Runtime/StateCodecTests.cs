using System.Globalization;
using System.Reflection;
using System.Text;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Runtime.Stored;

namespace CaseFlow.Engine.Tests.Workflows.Runtime;

/// <summary>States as bytes: exact, bounded, and never an exception.</summary>
public sealed class StateCodecTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    // A flowchart with a loop and a join, a variable, an output that was given, a fault under "continue", two waits.
    private const string Rich = """
        {"definitionId": "rich", "name": "Rich",
         "variables": [{"id": "v", "name": "Answer", "typeName": "List<Int32>", "value": "[1, 2]"}],
         "options": {"incidentStrategyType": "ContinueWithIncidentsStrategy"},
         "root": {"id": "all", "type": "Elsa.Parallel", "activities": [
           {"id": "flow", "type": "Elsa.Flowchart", "start": "a", "activities": [
              {"id": "a", "type": "Elsa.Event", "eventName": {"typeName": "String",
                 "expression": {"type": "Literal", "value": "Go \u00e9"}}},
              {"id": "b", "type": "Elsa.WriteLine"}],
            "connections": [{"source": {"activity": "a", "port": "Done"}, "target": {"activity": "b", "port": "In"}}]},
           {"id": "task", "type": "Elsa.RunTask", "taskName": {"typeName": "String",
                 "expression": {"type": "Literal", "value": "Visit"}}},
           {"id": "bad", "type": "Elsa.Nowhere"}]}}
        """;

    public static TheoryData<string> Kinds => [.. Values.Keys];

    private static IReadOnlyDictionary<string, object?> Values { get; } = new Dictionary<string, object?>
    {
        ["null"] = null,
        ["true"] = true,
        ["whole one"] = 1L,
        ["smallest whole"] = long.MinValue,
        ["double one"] = 1d,
        ["double third"] = 1d / 3,
        ["not a number"] = double.NaN,
        ["infinity"] = double.NegativeInfinity,
        ["minus zero"] = -0d,
        ["decimal with scale"] = 1.500m,
        ["largest decimal"] = decimal.MaxValue,
        ["moment"] = new DateTimeOffset(2026, 2, 28, 23, 59, 59, TimeSpan.FromHours(7)).AddTicks(1),
        ["last moment"] = DateTimeOffset.MaxValue,
        ["date and time"] = new DateTime(2026, 2, 28, 1, 2, 3, DateTimeKind.Utc),
        ["span"] = TimeSpan.FromTicks(-1),
        ["guid"] = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff", CultureInfo.InvariantCulture),
        ["bytes"] = new byte[] { 0, 255 },
        ["text like a date"] = "2026-02-28T00:00:00Z",
        ["text like a number"] = "1",
        ["text of half a pair"] = "a\uD800b",
        ["text of a pair"] = "\U0001F600",
        ["empty list"] = new List<object?>(),
        ["list of kinds"] = new List<object?> { 1L, 1d, 1m, null, "1", new List<object?> { false } },
        ["values like a tag"] = new Dictionary<string, object?> { ["r"] = "1" },
        ["values by name"] = new Dictionary<string, object?> { ["z"] = 1L, ["a"] = new Dictionary<string, object?>() },
        ["names of half a pair"] = new Dictionary<string, object?> { ["\uDC00"] = 1L, ["b"] = 2m },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_AValueOfAKind_IsReadAsTheSameKind(string kind)
    {
        var read = Kept(StateOf(Values[kind]))!;

        var value = read.Input["value"];
        value.Should().BeEquivalentTo(Values[kind], options => options.WithStrictOrdering().RespectingRuntimeTypes());
        (value is decimal number ? decimal.GetBits(number) : []).Should().Equal(
            Values[kind] is decimal expected ? decimal.GetBits(expected) : []);
        (value?.GetType()).Should().Be(Values[kind]?.GetType());
    }

    [Fact]
    public void Write_ARichState_IsReadWordForWord()
    {
        var run = Started(Rich);

        var bytes = StateCodec.Write(run.State).Bytes;
        var read = StateCodec.Read(bytes, run.Program).State!;

        Encoding.UTF8.GetString(StateCodec.Write(read).Bytes.Span).Should().Be(Encoding.UTF8.GetString(bytes.Span));
        read.Bookmarks.Should().HaveCount(2);
        read.Incidents.Should().ContainSingle().Which.Code.Should().Be(WorkflowCodes.UnknownActivity);
    }

    [Fact]
    public void Read_BytesThatWereCutOff_TellsThatTheyCannotBeRead()
    {
        var run = Started(Rich);
        var bytes = StateCodec.Write(run.State).Bytes;

        for (var length = 0; length < bytes.Length; length++)
        {
            var reading = StateCodec.Read(bytes[..length], run.Program);

            reading.State.Should().BeNull();
            reading.Finding!.Code.Should().Be(WorkflowCodes.StateUnreadable, "cut at {0}", length);
        }
    }

    [Fact]
    public void Read_BytesWithOneChanged_NeverThrows()
    {
        var run = Started(Rich);
        var bytes = StateCodec.Write(run.State).Bytes.ToArray();

        for (var place = 0; place < bytes.Length; place++)
        {
            foreach (var change in new byte[] { 0x01, 0x10, 0x80, 0xFF })
            {
                var damaged = bytes.ToArray();
                damaged[place] ^= change;

                var reading = StateCodec.Read(damaged, run.Program);

                (reading.State is null).Should().Be(reading.Finding is not null, "byte {0} ^ {1}", place, change);
            }
        }
    }

    [Fact]
    public void Read_StateOfAFormThatIsNotKnown_SaysWhichOnesAre()
    {
        var run = Started(Rich);

        var finding = StateCodec.Read("""{"v":2}"""u8.ToArray(), run.Program).Finding!;

        finding.Code.Should().Be(WorkflowCodes.StateOfOtherForm);
        finding.Arguments.Should().Equal("2", "1");
    }

    [Fact]
    public void Write_AValueNestedTooDeeply_IsAFinding()
    {
        object? value = 1L;
        for (var depth = 0; depth <= KeptValue.Deepest; depth++)
        {
            value = new List<object?> { value };
        }

        StateCodec.Write(StateOf(value)).Finding!.Code.Should().Be(WorkflowCodes.ValueTooDeep);
    }

    [Fact]
    public void Write_AsDeepAsMayBe_IsReadAgain()
    {
        object? value = 1L;
        for (var depth = 1; depth < KeptValue.Deepest; depth++)
        {
            value = new Dictionary<string, object?> { ["x"] = value };
        }

        Kept(StateOf(value))!.Input["value"].Should().NotBeNull();
    }

    [Fact]
    public void Write_MoreThanIsKept_IsAFinding() =>
        StateCodec.Write(StateOf(new string('x', StateCodec.Largest))).Finding!.Code
            .Should().Be(WorkflowCodes.StateTooLarge);

    [Fact]
    public void Write_EveryMemoryOfActivities_HasAForm()
    {
        var known = new[] { typeof(CountMemory), typeof(FlowMemory), typeof(ValueMemory) };

        typeof(ActivityMemory).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ActivityMemory)))
            .Should().BeEquivalentTo(known, "the codec must be taught what it is to keep");
    }

    private static WorkflowState StateOf(object? value) => new()
    {
        InstanceId = "i", VersionId = "v", Input = new Dictionary<string, object?> { ["value"] = value },
    };

    private static WorkflowState? Kept(WorkflowState state) =>
        StateCodec.Read(StateCodec.Write(state).Bytes, Started(Rich).Program).State;

    private static WorkflowRun Started(string json)
    {
        var reading = DefinitionReader.Read(Encoding.UTF8.GetBytes(json), "rich");
        reading.Findings.Should().BeEmpty();
        return WorkflowRun.Start(
            reading.Definition!, WorkflowFeatures.Plain, "i", new Dictionary<string, object?>(), Now, out _)!;
    }
}
