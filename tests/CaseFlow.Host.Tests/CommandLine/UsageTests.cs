using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData(HostCodes.WrongUsage, "check")]
    [InlineData(HostCodes.WrongUsage)]
    [InlineData(HostCodes.UnknownWord, "chek")]
    [InlineData(HostCodes.UnknownWord, "check", ".", "--colour")]
    [InlineData(HostCodes.WrongUsage, "check", ".", "--lang", "fr")]
    [InlineData(HostCodes.PostgresNotYet, "check", ".", "--postgres", "Host=localhost")]
    [InlineData(HostCodes.PackNotFound, "check", "/no/such/folder")]
    public async Task Run_WrongUsage_ExitsWithTwoAndOneMessageWithHelp(string code, params string[] args)
    {
        var run = await CommandRun.OfAsync([.. args, .. args.Contains("--lang") ? [] : new[] { "--lang", "en" }]);

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Output.Should().BeEmpty();
        run.Errors.Should().StartWith(code + ": ").And.Contain("\n  help: ").And.NotContain("   at ");
    }

    [Fact]
    public async Task Run_WrongUsageInVietnamese_IsToldInVietnamese()
    {
        var run = await CommandRun.OfAsync("chek", "--lang", "vi");

        run.Errors.Should().Contain("không phải là lệnh").And.Contain("gợi ý:");
    }

    [Fact]
    public async Task Run_WithJson_TellsErrorsAsJson()
    {
        var run = await CommandRun.OfAsync("check", "/no/such/folder", "--json");

        run.Errors.Should().StartWith("""{"error":{"code":"CF9110",""");
    }
}
