using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Import;

namespace CaseFlow.Host.Tests.Import;

public sealed class MapReaderTests
{
    [Fact]
    public void Read_SeveralFaults_AreAllReportedByLine()
    {
        var (map, errors) = MapReader.Read("m.yaml", """
            kei: no
            open:
              facts:
                a.b: {column: x, type: colour}
                a.c: {column: x, value: y}
              deadlines: {handling: {until: due}}
            close: {trigger: complete}
            """);

        map.Should().BeNull();
        errors.Should().OnlyContain(error => error.Code == HostCodes.BadMap);
        errors.Select(error => error.Arguments[0].Split(':')[1]).Should().Equal("1", "1", "3", "4", "5", "6", "6", "7");
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("key: a\nkey: b\nopen: {at: c}")]
    [InlineData("key: [\n")]
    public void Read_NoMapping_IsRefused(string text) =>
        MapReader.Read("m.yaml", text).Errors.Should().ContainSingle().Which.Code.Should().Be(HostCodes.BadMap);

    [Fact]
    public void Read_SmallestMap_TakesItsRegisterFromTheFilesName()
    {
        var (map, _) = MapReader.Read("samples/counter.yaml", "key: no\nopen: {at: start}");

        map!.Register.Should().Be("counter");
        map.Columns.Should().Equal("no", "start");
    }
}
