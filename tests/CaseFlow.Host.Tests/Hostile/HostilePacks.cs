using System.Globalization;
using System.Text;

namespace CaseFlow.Host.Tests.Hostile;

/// <summary>One hostile pack and what `check` has to say of it.</summary>
/// <param name="Name">What is bad about it.</param>
/// <param name="ExitCode">How the program ends.</param>
/// <param name="Code">A finding that has to be among those printed; empty where there must be no error.</param>
/// <param name="Modules">The texts of its modules, made when asked for.</param>
public sealed record HostilePack(string Name, int ExitCode, string Code, Func<IEnumerable<byte[]>> Modules)
{
    public override string ToString() => Name;
}

/// <summary>Packs that are broken, huge or made to do harm.</summary>
internal static class HostilePacks
{
    private const string Head = "language en\nmodule m\nlaw L \"l\" from 2000-01-01\n";

    private const string Facts = Head + "facts p { a : number b : boolean }\n";

    /// <summary>Some kilobytes each, one of a megabyte.</summary>
    public static IReadOnlyList<HostilePack> Small { get; } =
    [
        Text("nesting of 10,000", 1, "CF0120", () => Boolean(Repeat("(", 10_000) + "p.b" + Repeat(")", 10_000))),
        Text("a name of 1 MB", 1, "CF0121", () => $"{Facts}define {Repeat("a", 1_000_000)} : number per L as 1"),
        new("imports in a circle", 1, "CF2113", ImportCircle),
        Text("bidi controls", 1, "CF0101", () => Head + "law A \"a\u202E\" # \u2066\n"),
        Text("mixed scripts", 0, "CF0106", () => Head + "law \u0410BC \"a\"\n"),
        Bytes("invalid UTF-8", 1, "CF0102", [.. Encoding.UTF8.GetBytes(Head + "law A \""), 0xC3, 0x28, 0xFF, 0x22]),
        Text("NUL", 1, "CF0103", () => Head + "law A\0 \"a\""),
        Text("BOM with CRLF", 0, "", () => "\uFEFF" + Head.ReplaceLineEndings("\r\n")),
        Text("a text without an end", 1, "CF0111", () => Head + "law A \"" + Repeat("a\n", 10_000)),
    ];

    /// <summary>Near to the largest file that is read.</summary>
    public static IReadOnlyList<HostilePack> Big { get; } =
    [
        Text("100,000 rules", 1, "CF3303", () => Decision(Lines(0, 100_000,
            i => $"rule r{i} per L when p.a is {i} then x is 1"))),
        Text("100,000 exceptions in a chain", 1, "CF3303", () => Decision("rule r0 per L then x is 0\n" + Lines(
            1, 100_000, i => $"exception r{i} to r{i - 1} per L then x is {i}"))),
        Text("100,000 rules in 100 decisions", 1, "CF5101", () => Facts + Lines(
            0, 100, d => $"decision d{d} gives x : number by date today hit single\n{ThousandRules}\nend decision")),
        Text("an enum of 100,000 members", 0, "", () =>
            $"{Head}enum e {{ {Lines(0, 100_000, i => $"m{i},")} z }}\nfacts p {{ e : e }}"),
        Text("a table of 100,000 rows", 1, "CF0123", () => Decision(
            "table t per L\n| p.a || x |\n|-||-|\n" + Lines(0, 100_000, i => $"| {i} || 1 |"))),
        Text("20,000 definitions in a chain", 1, "CF3304", () => Facts + "define y0 : number per L as 1\n" + Lines(
            1, 20_000, i => $"define y{i} : number per L as y{i - 1} + 1")),
        Text("4 MB of (", 1, "CF0122", () => Boolean(Repeat("(", 4_000_000))),
        Text("10 MB of (", 2, "CF9112", () => Boolean(Repeat("(", 10_000_000))),
        Bytes("4 MB of random bytes", 1, "CF0102", Noise(4_000_000)),
    ];

    private static string ThousandRules => Lines(0, 1_000, i => $"rule r{i} per L when p.a is {i} then x is 1");

    private static HostilePack Text(string name, int exitCode, string code, Func<string> text) =>
        new(name, exitCode, code, () => [Encoding.UTF8.GetBytes(text())]);

    private static HostilePack Bytes(string name, int exitCode, string code, byte[] bytes) =>
        new(name, exitCode, code, () => [bytes]);

    private static IEnumerable<byte[]> ImportCircle() => Enumerable.Range(0, 3)
        .Select(i => Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"language en\nmodule m{i}\nimport m{(i + 1) % 3}\n")));

    private static string Boolean(string expression) => $"{Facts}define y : boolean per L as {expression}";

    private static string Decision(string rules) =>
        $"{Facts}decision d gives x : number by date today hit single\n{rules}\nend decision\n";

    private static string Lines(int from, int to, Func<int, FormattableString> line) => string.Join(
        '\n', Enumerable.Range(from, to - from).Select(i => line(i).ToString(CultureInfo.InvariantCulture)));

    private static string Repeat(string piece, int times) =>
        new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(20_261_121).NextBytes(bytes);
        return bytes;
    }
}
