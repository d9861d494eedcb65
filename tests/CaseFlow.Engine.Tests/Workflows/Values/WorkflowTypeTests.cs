using CaseFlow.Engine.Workflows.Values;
using FluentAssertions;

namespace CaseFlow.Engine.Tests.Workflows.Values;

public sealed class WorkflowTypeTests
{
    [Theory]
    [InlineData("Byte[]", ValueKind.Bytes)]
    [InlineData("System.Byte[], System.Private.CoreLib", ValueKind.Bytes)]
    [InlineData("Int32[]", ValueKind.List)]
    [InlineData("Byte", ValueKind.Whole)]
    public void Of_ANameAsDrawn_IsItsKind(string name, ValueKind kind) =>
        WorkflowType.Of(name).Kind.Should().Be(kind);

    [Theory]
    [InlineData("Int32", "?", "")]
    [InlineData("Int32", "[]", "")]
    [InlineData("Int32", "List<", ">")]
    public void Of_ANameBeyondTheLongest_IsAnything(string name, string before, string after)
    {
        var many = Enumerable.Repeat(before, WorkflowType.LongestName);
        var hostile = after.Length == 0
            ? name + string.Concat(many)
            : string.Concat(many) + name + string.Concat(Enumerable.Repeat(after, WorkflowType.LongestName));

        WorkflowType.Of(hostile).Should().Be(WorkflowType.Any);
    }

    [Fact]
    public void Of_TheLongestName_IsReadToItsEnd()
    {
        var type = WorkflowType.Of("Int" + string.Concat(Enumerable.Repeat("[]", (WorkflowType.LongestName - 3) / 2)));

        type.Kind.Should().Be(ValueKind.List);
    }
}
