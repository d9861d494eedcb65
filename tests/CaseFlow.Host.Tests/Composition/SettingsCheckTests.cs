using CaseFlow.Host.Composition;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Web;

namespace CaseFlow.Host.Tests.Composition;

public sealed class SettingsCheckTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:0;http://[::1]:5080")]
    public void Faults_LoopbackWithoutKeys_AreNone(string urls) =>
        SettingsCheck.Faults(new HostSettings { Urls = urls }).Should().BeEmpty();

    [Theory]
    [InlineData("http://0.0.0.0:5080", HostCodes.KeyRequired)]
    [InlineData("http://*:5080", HostCodes.BadAddress)]
    [InlineData("http://192.0.2.1:5080", HostCodes.KeyRequired)]
    [InlineData("http://127.0.0.1:5080;http://[::]:5080", HostCodes.KeyRequired)]
    [InlineData("http://example.org:5080", HostCodes.KeyRequired)]
    [InlineData("https://127.0.0.1:5080", HostCodes.BadAddress)]
    [InlineData("nonsense", HostCodes.BadAddress)]
    [InlineData("", HostCodes.BadAddress)]
    public void Faults_AddressBeyondThisMachineWithoutKey_AreNamed(string urls, string code) =>
        SettingsCheck.Faults(new HostSettings { Urls = urls }).Should().ContainSingle().Which.Code.Should().Be(code);

    [Fact]
    public void Faults_AddressBeyondThisMachineWithKey_AreNone()
    {
        var settings = new HostSettings { Urls = "http://0.0.0.0:5080" };
        settings.ApiKeys.Add(new ApiKeySetting { Hash = ApiKeys.HashOf("k"), Principal = "portal" });

        SettingsCheck.Faults(settings).Should().BeEmpty();
        SettingsCheck.IsLoopbackOnly(settings).Should().BeFalse();
    }

    [Fact]
    public void Faults_EverythingWrong_IsReportedAtOnce()
    {
        var settings = new HostSettings { TimeZone = "Mars/Olympus", SweepSeconds = 0 };
        settings.ApiKeys.Add(new ApiKeySetting { Hash = "secret" });
        settings.Webhook.Url = "http://example.org";
        settings.Webhook.Secret = "short";

        SettingsCheck.Faults(settings).Should().HaveCount(6)
            .And.OnlyContain(fault => fault.Code == HostCodes.BadSetting)
            .And.NotContain(fault => fault.Arguments.Contains("short") || fault.Arguments.Contains("secret"));
    }
}
