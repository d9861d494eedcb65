using CaseFlow.Host.CommandLine;

namespace CaseFlow.Host.Tests.CommandLine;

public sealed class FormatCommandTests : IDisposable
{
    private const string Canonical = "language en\nmodule m\n\nlaw A \"a\"\n";

    private readonly DirectoryInfo _pack = Directory.CreateTempSubdirectory("caseflow-pack-");

    public void Dispose() => _pack.Delete(recursive: true);

    [Fact]
    public async Task Fmt_OfAPack_ChangesWhatIsNotCanonicalAndPrintsIt()
    {
        var changed = Write("a.cfr", "language en module m law A \"a\"");
        var kept = Write("b.cfr", Canonical);

        var run = await CommandRun.OfAsync("fmt", _pack.FullName);

        run.ExitCode.Should().Be(ExitCode.Ok);
        run.Output.Should().Be(changed + Environment.NewLine);
        (await File.ReadAllTextAsync(changed)).Should().Be(Canonical);
        (await File.ReadAllTextAsync(kept)).Should().Be(Canonical);
        _pack.GetFiles().Should().HaveCount(2, "no draft is left");
        (await CommandRun.OfAsync("fmt", _pack.FullName)).Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Fmt_WithVerify_ChangesNothingAndExitsWithOne()
    {
        const string Text = "language en module m law A \"a\"";
        var file = Write("a.cfr", Text);

        var run = await CommandRun.OfAsync("fmt", _pack.FullName, "--verify");

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Be(file + Environment.NewLine);
        (await File.ReadAllTextAsync(file)).Should().Be(Text);
    }

    [Fact]
    public async Task Fmt_OfAModuleWithErrors_LeavesItAndFormatsTheOthers()
    {
        const string Broken = "language en module m law";
        var broken = Write("a.cfr", Broken);
        var invalid = Path.Join(_pack.FullName, "c.cfr");
        await File.WriteAllBytesAsync(invalid, [.. "language en module m # "u8, 0xFF]);
        var other = Write("b.cfr", "language en module m");

        var run = await CommandRun.OfAsync("fmt", _pack.FullName, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain(broken + ":1:").And.Contain(invalid + ":1:").And.Contain(": error CF");
        (await File.ReadAllTextAsync(broken)).Should().Be(Broken);
        (await File.ReadAllBytesAsync(invalid)).Should().EndWith([0xFF]);
        (await File.ReadAllTextAsync(other)).Should().Be("language en\nmodule m\n");
    }

    private string Write(string name, string text)
    {
        var file = Path.Join(_pack.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
