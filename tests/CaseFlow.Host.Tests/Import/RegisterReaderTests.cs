using CaseFlow.Engine.Cases;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Import;

namespace CaseFlow.Host.Tests.Import;

public sealed class RegisterReaderTests : IDisposable
{
    private const string Map = """
        register: counter
        key: no
        open:
          at: start
          facts:
            request.kind: {column: kind, values: {P: permit, N: notice}}
            request.copies: {column: copies, type: number}
            request.source: {value: counter}
          deadlines: {handling: {due: due}}
        close: {trigger: complete, at: end}
        rows: {trigger: record, at: at, inputs: {name: what}}
        """;

    private const string Header = "no,start,due,end,kind,copies,at,what\n";

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Read_GoodRows_BecomeOneCaseWithItsRows()
    {
        var reading = Read(
            "A,2024-03-04 08:00:00.0000001+07:00,2024-03-08,2024-03-06 10:00,P,2,"
                + "2024-03-04 09:00,\"seen, and stamped\"",
            "A,2024-03-04 08:00:00.0000001+07:00,2024-03-08,2024-03-06 10:00,P,2,2024-03-05 09:00,sent");

        reading.Errors.Should().BeEmpty();
        var opened = reading.Cases.Should().ContainSingle().Subject;
        opened.OpensAt.Ticks.Should().Be(new DateTimeOffset(2024, 3, 4, 1, 0, 0, TimeSpan.Zero).Ticks + 1);
        opened.Facts.ToJsonString().Should().Be("""{"request":{"kind":"permit","copies":2,"source":"counter"}}""");
        opened.Deadlines["handling"].Should().Be(new DateTimeOffset(2024, 3, 8, 17, 0, 0, TimeSpan.Zero).AddTicks(-1));
        opened.ClosesAt.Should().Be(new DateTimeOffset(2024, 3, 6, 3, 0, 0, TimeSpan.Zero));
        opened.Rows.Select(row => row.Inputs["name"]!.GetValue<string>()).Should().Equal("seen, and stamped", "sent");
    }

    [Theory]
    [InlineData("A,,2024-03-08,,P,1,2024-03-04,x", HostCodes.NoDate)]
    [InlineData("A,2024-02-30,2024-03-08,,P,1,2024-03-04,x", HostCodes.ImpossibleDate)]
    [InlineData("A,2024-03-04,soon,,P,1,2024-03-04,x", HostCodes.ImpossibleDate)]
    [InlineData("A,2024-03-04,2024-03-08,,P,1,,x", HostCodes.NoDate)]
    [InlineData("A,2024-03-04,2024-03-08,,Q,1,2024-03-04,x", HostCodes.UnknownCell)]
    [InlineData("A,2024-03-04,2024-03-08,,P,two,2024-03-04,x", HostCodes.BadFactCell)]
    [InlineData("A,2024-03-04,2024-03-08,2030-01-01,P,1,2024-03-04,x", HostCodes.FutureDate)]
    [InlineData("A,2024-03-04,2024-03-08,,P,1,2024-03-04", HostCodes.BadRow)]
    [InlineData("A,2024-03-04,2024-03-08,,P,1,2024-03-04,x,y", HostCodes.BadRow)]
    public void Read_BadSecondRow_LeavesOutTheWholeCaseAndNoOther(string bad, string code)
    {
        var reading = Read(
            "A,2024-03-04,2024-03-08,,P,1,2024-03-04,x", bad, "B,2024-03-04,2024-03-08,,N,1,2024-03-04,x");

        reading.Cases.Select(read => read.Key).Should().Equal("B");
        reading.Skipped.Should().Be(1);
        reading.Errors.Select(error => error.Code).Should().Contain(
            code is HostCodes.BadRow || bad.EndsWith(",,x", StringComparison.Ordinal) ? code : HostCodes.Contradiction);
        reading.Errors.Should().OnlyContain(error => error.Arguments[1] == "3");
    }

    [Theory]
    [InlineData("A,,2024-03-08,,P,1,2024-03-04,x", HostCodes.NoDate, "start")]
    [InlineData("A,2024-02-30,2024-03-08,,P,1,2024-03-04,x", HostCodes.ImpossibleDate, "start")]
    [InlineData("A,2024-03-04,soon,,P,1,2024-03-04,x", HostCodes.ImpossibleDate, "due")]
    [InlineData("A,2024-03-04,2024-03-08,,Q,1,2024-03-04,x", HostCodes.UnknownCell, "kind")]
    [InlineData("A,2024-03-04,2024-03-08,,P,two,2024-03-04,x", HostCodes.BadFactCell, "copies")]
    [InlineData("A,2024-03-04,2024-03-08,2030-01-01,P,1,2024-03-04,x", HostCodes.FutureDate, "end")]
    [InlineData(",2024-03-04,2024-03-08,,P,1,2024-03-04,x", HostCodes.NoKey, "no")]
    public void Read_BadOnlyRow_NamesFileLineAndColumnButNoValue(string bad, string code, string column)
    {
        var reading = Read(bad);

        reading.Cases.Should().BeEmpty();
        var error = reading.Errors.Should().ContainSingle().Subject;
        error.Code.Should().Be(code);
        error.Arguments.Take(3).Should().Equal(_file, "2", column);
    }

    [Fact]
    public void Read_EndBeforeStartAndRowBeforeStart_AreAcceptedWithWarnings()
    {
        var reading = Read("A,2024-03-04,2024-03-08,2024-03-01,P,1,2024-03-02,x");

        reading.Cases.Should().ContainSingle();
        reading
            .Warnings.Select(warning => warning.Code)
            .Should()
            .Equal(HostCodes.EndsBeforeStart, HostCodes.BeforeStart);
    }

    [Fact]
    public void Read_CellOverSeveralLines_KeepsLineNumbersOfTheFile()
    {
        var reading = Read(
            "A,2024-03-04,2024-03-08,,P,1,2024-03-04,\"two\nlines\"", "B,2024-02-30,2024-03-08,,P,1,2024-03-04,x");

        reading.Errors.Should().ContainSingle().Which.Arguments[1].Should().Be("4");
    }

    [Theory]
    [InlineData("A,2024-03-04,2024-03-08,,P,1,2024-03-04,\"never closed\nB,2024-03-04,2024-03-08,,P,1,2024-03-04,x")]
    [InlineData("A,2024-03-04,2024-03-08,,P,1,2024-03-04,\"a\"b")]
    public void File_BrokenQuote_IsRefusedWhole(string rows)
    {
        File.WriteAllText(_file, Header + rows);

        var read = () => RegisterFile.Read(_file);

        read.Should().Throw<HostErrorException>().Which.Error.Code.Should().Be(HostCodes.BrokenQuote);
    }

    [Fact]
    public void MissingColumns_MapOfAnotherFile_AreAllNamed()
    {
        File.WriteAllText(_file, "no,start\nA,2024-03-04\n");

        var errors = RegisterReader.MissingColumns(RegisterFile.Read(_file), ReadMap());

        errors
            .Select(error => error.Arguments[0])
            .Should()
            .BeEquivalentTo("end", "kind", "copies", "due", "what", "at");
    }

    private RegisterReading Read(params string[] rows)
    {
        File.WriteAllText(_file, Header + string.Join('\n', rows) + "\n");
        return RegisterReader.Read(RegisterFile.Read(_file), ReadMap(), AgencyTime.Vietnam, Now);
    }

    private static ImportMap ReadMap()
    {
        var (map, errors) = MapReader.Read("counter.yaml", Map);
        errors.Should().BeEmpty();
        return map!;
    }
}
