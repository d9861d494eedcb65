using System.Net;
using CaseFlow.Host.Workflows.Requests;

namespace CaseFlow.Host.Tests.Workflows.Requests;

/// <summary>Which addresses workflows may call.</summary>
public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2a00:1450:4001::8a", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::7f00:1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:7f00:1::", false)]
    public void Allow_NothingListed_HoldsForPublicAddressesOnly(string address, bool isAllowed) =>
        AddressRules.None.Allow("some.example", 443, IPAddress.Parse(address)).Should().Be(isAllowed);

    [Theory]
    [InlineData("registry.gov.example", "registry.gov.example", 80, "10.0.0.1", true)]
    [InlineData("registry.gov.example", "REGISTRY.gov.example", 443, "10.0.0.1", true)]
    [InlineData("registry.gov.example", "other.gov.example", 80, "10.0.0.1", false)]
    [InlineData("registry.gov.example:8443", "registry.gov.example", 8443, "10.0.0.1", true)]
    [InlineData("registry.gov.example:8443", "registry.gov.example", 80, "10.0.0.1", false)]
    [InlineData("*.gov.example", "a.b.gov.example", 80, "10.0.0.1", true)]
    [InlineData("*.gov.example", "gov.example", 80, "10.0.0.1", false)]
    [InlineData("*.gov.example", "evilgov.example", 80, "10.0.0.1", false)]
    [InlineData("10.2.0.0/16", "any.example", 80, "10.2.255.255", true)]
    [InlineData("10.2.0.0/16", "any.example", 80, "10.3.0.0", false)]
    [InlineData("10.2.0.0/16:81", "any.example", 80, "10.2.0.1", false)]
    [InlineData("127.0.0.1", "localhost", 80, "127.0.0.1", true)]
    [InlineData("127.0.0.1", "localhost", 80, "127.0.0.2", false)]
    [InlineData("127.0.0.1", "localhost", 80, "::ffff:127.0.0.1", true)]
    [InlineData("[::1]:81", "localhost", 81, "::1", true)]
    [InlineData("::1", "localhost", 82, "::1", true)]
    [InlineData("fd00::/8", "any.example", 82, "fd12::1", true)]
    public void Allow_Listed_HoldsForWhatTheEntrySays(
        string entry, string host, int port, string address, bool isAllowed)
    {
        var (rules, unreadable) = AddressRules.Read([entry], onlyListed: false);

        unreadable.Should().BeEmpty();
        rules.Allow(host, port, IPAddress.Parse(address)).Should().Be(isAllowed);
    }

    [Fact]
    public void Allow_OnlyListed_RefusesPublicAddressesThatAreNot()
    {
        var (rules, _) = AddressRules.Read(["named.example"], onlyListed: true);

        rules.Allow("named.example", 443, IPAddress.Parse("8.8.8.8")).Should().BeTrue();
        rules.Allow("other.example", 443, IPAddress.Parse("8.8.8.8")).Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://registry.gov.example")]
    [InlineData("registry.gov.example:0")]
    [InlineData("registry.gov.example:70000")]
    [InlineData("registry.gov.example:http")]
    [InlineData("10.2.0.0/99")]
    [InlineData("*")]
    [InlineData("a b")]
    public void Read_WhatIsNoEntry_IsTold(string entry) =>
        AddressRules.Read([entry, "fine.example"], onlyListed: false).Unreadable.Should().Equal(entry);
}
