using System.Text;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Input;

namespace CaseFlow.Host.Tests.Input;

public sealed class StrictJsonTests
{
    public static TheoryData<string> Refused() =>
        [
            "",
            "nonsense",
            "[1]",
            "\"text\"",
            "null",
            "{\"a\":1,}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":{\"b\":1,\"b\":2}}",
            "{} {}",
            "{/*c*/\"a\":1}",
            "{\"a\":\"\\ud800\"}",
            "{\"\\ud800\":1}",
            "{\"a\":\"\\u0000\"}",
            "{\"a\":[\"x\\u0000\"]}",
            "{\"a\":NaN}",
            "{\"a\":" + string.Concat(Enumerable.Repeat("[", 10_000)),
            string.Concat(Enumerable.Repeat("{\"a\":", 33)) + "1" + new string('}', 33),
        ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_HostileText_IsRefusedWithACodeAndNeverThrows(string text)
    {
        var reading = StrictJson.Read(Encoding.UTF8.GetBytes(text));

        reading.Value.Should().BeNull();
        reading.Error!.Code.Should().Be(HostCodes.BadJson);
    }

    [Fact]
    public void Read_BytesThatAreNoUtf8_AreRefused() =>
        StrictJson.Read([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}'])
            .Error!.Code.Should().Be(HostCodes.BadJson);

    [Fact]
    public void Read_DeepestAllowedObject_IsRead()
    {
        var text =
            string.Concat(Enumerable.Repeat("{\"a\":", StrictJson.DepthMax - 1))
            + "{}"
            + new string('}', StrictJson.DepthMax - 1);

        StrictJson.Read(Encoding.UTF8.GetBytes(text)).Error.Should().BeNull();
    }

    [Fact]
    public void Read_Fault_NamesLineAndColumn() =>
        StrictJson.Read("{\n  \"a\": ?\n}"u8).Error!.Arguments[0].Should().StartWith("2:");
}
