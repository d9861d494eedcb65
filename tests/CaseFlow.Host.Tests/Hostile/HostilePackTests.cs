using CaseFlow.Host.Tests.Kit;

namespace CaseFlow.Host.Tests.Hostile;

/// <summary>
/// The real program checks packs that are broken, huge or made to do harm: it names what is wrong, in bounded time and
/// memory. The big packs only run where CASEFLOW_HOSTILE is 1; their figures stand in tests/RESULTS.md.
/// </summary>
public sealed class HostilePackTests(ITestOutputHelper output) : IDisposable
{
    private const long MemoryMax = 500L * 1024 * 1024;

    // The aim is 10 s on a machine that does nothing else; what fails here hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly DirectoryInfo _pack = Directory.CreateTempSubdirectory("caseflow-hostile-");

    public static TheoryData<string> Small() => [.. HostilePacks.Small.Select(pack => pack.Name)];

    public static TheoryData<string> Big() => [.. HostilePacks.Big.Select(pack => pack.Name)];

    public void Dispose() => _pack.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Small))]
    public Task Check_SmallHostilePack_NamesTheFaultWithinItsBounds(string name) =>
        CheckAsync(HostilePacks.Small.Single(pack => pack.Name == name));

    [Theory]
    [MemberData(nameof(Big))]
    public async Task Check_BigHostilePack_NamesTheFaultWithinItsBounds(string name)
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("CASEFLOW_HOSTILE") == "1",
            "Packs of many megabytes take a minute: set CASEFLOW_HOSTILE=1 to check them.");
        await CheckAsync(HostilePacks.Big.Single(pack => pack.Name == name));
    }

    private async Task CheckAsync(HostilePack pack)
    {
        Write(pack);
        var began = TimeProvider.System.GetTimestamp();
        using var check = HostProcess.Start("check", _pack.FullName, "--lang", "en");
        long peak = 0;
        while (!check.HasEnded && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            peak = check.PeakBytes ?? peak;
            await Task.Delay(Look, TimeProvider.System);
        }

        var took = TimeProvider.System.GetElapsedTime(began);
        output.WriteLine(FormattableString.Invariant(
            $"{pack.Name}: {took.TotalSeconds:0.0} s, {peak / 1024 / 1024} MB"));
        took.Should().BeLessThan(Patience);
        (await check.EndAsync()).Should().Be(pack.ExitCode, check.Output + check.Errors);
        peak.Should().BeInRange(1, MemoryMax);
        AssertAnswer(check.Output + check.Errors, pack.Code);
    }

    private static void AssertAnswer(string said, string code)
    {
        said.Should().NotContain("Exception").And.NotContain("   at ").And.NotContain("Stack overflow");
        if (code.Length == 0)
        {
            said.Should().NotContain("error CF");
        }
        else
        {
            said.Should().Contain(code);
        }
    }

    private void Write(HostilePack pack)
    {
        File.WriteAllText(Path.Join(_pack.FullName, "pack.json"), """{"name":"h","version":"1","language":"1"}""");
        foreach (var (place, module) in pack.Modules().Index())
        {
            File.WriteAllBytes(Path.Join(_pack.FullName, FormattableString.Invariant($"m{place}.cfr")), module);
        }
    }
}
