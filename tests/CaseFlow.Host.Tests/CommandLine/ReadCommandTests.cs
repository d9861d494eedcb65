using CaseFlow.Host.CommandLine;

namespace CaseFlow.Host.Tests.CommandLine;

public sealed class ReadCommandTests : IDisposable
{
    private readonly DirectoryInfo _pack = Directory.CreateTempSubdirectory("caseflow-pack-");

    public ReadCommandTests()
    {
        Write("pack.json", """{"name":"small","version":"2026.1","language":"1"}""");
        Write("a.cfr", "language en module m law A \"Luật A\" parameter n : number = 3 between 1 and 9 per A");
    }

    public void Dispose() => _pack.Delete(recursive: true);

    [Theory]
    [InlineData("vi", "Giá trị là 3.", "Phiên bản phát hành: 2026.1")]
    [InlineData("en", "The value is 3.", "Release: 2026.1")]
    public async Task Read_OfAPack_PrintsSentencesUnderReleaseAndHash(
        string language, string sentence, string release)
    {
        var run = await CommandRun.OfAsync("read", _pack.FullName, "--lang", language);

        run.ExitCode.Should().Be(ExitCode.Ok);
        run.Output.Should().Contain(sentence).And.Contain(release).And.Contain("sha256:");
        run.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Read_WithHtml_WritesOnePageAndPrintsNothing()
    {
        var file = Path.Join(_pack.FullName, "page.html");

        var run = await CommandRun.OfAsync("read", _pack.FullName, "--html", file, "--lang", "vi");

        run.Output.Should().BeEmpty();
        (await File.ReadAllTextAsync(file)).Should().StartWith("<!DOCTYPE html>").And.Contain("Giá trị là 3.");
    }

    [Fact]
    public async Task Read_OfAPackWithErrors_ListsThemAndShowsNoView()
    {
        Write("b.cfr", "language en module n define x : number per A as y");

        var run = await CommandRun.OfAsync("read", _pack.FullName, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain("error CF").And.NotContain("The value is");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Join(_pack.FullName, name), text);
}
