using CaseFlow.Engine.Workflows.Scripting;
using CaseFlow.Scripting;

namespace CaseFlow.Engine.Tests.Workflows.Scripting;

/// <summary>Scripts do what the language says, within their limits, and the same at every run.</summary>
public sealed class JintScriptEngineTests
{
    private static readonly JintScriptEngine Still = new(new StillTime());

    public static TheoryData<string> Values => ScriptCase.Lines("values.txt");

    public static TheoryData<string> Hostile => ScriptCase.Lines("hostile.txt");

    public static TheoryData<string> Searches => ScriptCase.Lines("searches.txt");

    [Theory]
    [MemberData(nameof(Values))]
    public void Run_AScript_GivesItsValueAndWhatItAssigned(string line) => Holds("values.txt", line, Still, Default);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Run_AHostileScript_EndsAtItsLimit(string line) => Holds("hostile.txt", line, Still, Default);

    // Each of these would search for years: the clock must end it.
    [Theory]
    [MemberData(nameof(Searches))]
    public void Run_ASearchWithoutEnd_EndsInTime(string line) => Holds(
        "searches.txt", line, new JintScriptEngine(), Default with { Time = TimeSpan.FromMilliseconds(100) });

    [Theory]
    [InlineData("((((((((", 3000)]
    [InlineData("[", 30_000)]
    [InlineData("!", 30_000)]
    [InlineData("typeof ", 4_000)]
    [InlineData("1+", 5_000)]
    [InlineData("if(1)", 6_000)]
    [InlineData("a.", 8_000)]
    [InlineData("do ", 9_000)]
    [InlineData("a?1:", 8_000)]
    [InlineData("a=", 15_000)]
    [InlineData("function f(){", 2_000)]
    [InlineData("a:", 15_000)]
    [InlineData("`${", 10_000)]
    public void Check_DeepText_IsRefusedAsSyntax(string piece, int times) =>
        Still.Check(string.Concat(Enumerable.Repeat(piece, times)) + "1")!.Kind
            .Should().BeOneOf(ScriptFaultKind.Syntax, ScriptFaultKind.TooNew);

    [Fact]
    public void Check_ATextThatIsTooLong_IsRefused() =>
        Still.Check(new string('a', 40_000))!.Kind.Should().Be(ScriptFaultKind.Syntax);

    [Fact]
    public void Run_AnotherSeed_GivesOtherChance()
    {
        var request = ScriptCase.Request("newGuid() + Math.random()", Default);

        var first = Still.Run(request).Answer!.Value;

        Still.Run(request).Answer!.Value.Should().Be(first);
        Still.Run(request with { Seed = "other" }).Answer!.Value.Should().NotBe(first);
    }

    [Fact]
    public void Run_AfterAnotherScript_FindsNothingOfIt()
    {
        Still.Run(ScriptCase.Request("Array.prototype.map = null; leaked = 1", Default)).Fault.Should().BeNull();

        Still.Run(ScriptCase.Request("typeof leaked + [1].map(function (x) { return x })", Default))
            .Answer!.Value.Should().Be("undefined1");
    }

    // On a small stack the guard is what keeps the process alive.
    [Theory]
    [InlineData("var o = { toString: String.prototype.trim }; o + ''")]
    [InlineData("var a = []; a[0] = a; a + ''")]
    [InlineData("function f(n) { return [n].map(f) } f(1)")]
    public void Run_OnASmallStack_EndsWithAFault(string script)
    {
        ScriptRun? run = null;
        var thread = new Thread(() => run = Still.Run(ScriptCase.Request(script, Default)), 512 * 1024);
        thread.Start();
        thread.Join();

        run!.Fault!.Kind.Should().Be(ScriptFaultKind.Recursion);
    }

    private static ScriptLimits Default => ScriptLimits.Default;

    private static void Holds(string file, string line, IScriptEngine engine, ScriptLimits limits)
    {
        var played = ScriptCase.Played(line, engine, limits);
        ScriptCase.WriteExpected(file, line, played);
        played.Should().Be(line);
    }
}
