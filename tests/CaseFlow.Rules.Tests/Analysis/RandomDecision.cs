using System.Globalization;
using System.Text;

namespace CaseFlow.Rules.Tests.Analysis;

/// <summary>
/// The text of a random small decision: rows, rules, exceptions and blockers whose conditions join comparisons of facts
/// with constants, some in force for a while only.
/// </summary>
internal sealed class RandomDecision(Random random)
{
    private static readonly string[] Days = ["2020-01-01", "2021-01-01", "2022-01-01"];

    private readonly StringBuilder _text = new();
    private readonly List<string> _names = [];
    private readonly HashSet<string> _blockers = [];

    /// <summary>The module's text after its first lines.</summary>
    public string Text(string policy)
    {
        var count = random.Next(2, 6);
        for (var rule = 0; rule < count; rule++)
        {
            Rule("r" + rule.ToString(CultureInfo.InvariantCulture));
        }

        var otherwise = random.Next(4) == 0 ? "  otherwise out is 9 per LAW art 1\n" : "";
        var applies = random.Next(3) == 0 ? "  applies when " + Condition() + "\n" : "";
        return $$"""
            law LAW "Law" from 2020-01-01
            enum colour { red, green, blue }
            facts f {
              c : colour
              o : colour optional
              b : boolean
              n : number {{(random.Next(2) == 0 ? "optional" : "")}}
              d : date
            }
            parameter p : number = 5 between 1 and 9 per LAW art 1
            decision it
              gives out : number
              by date f.d
              hit {{policy}}
            {{applies}}{{_text}}{{otherwise}}end decision
            """;
    }

    private void Rule(string name)
    {
        var open = _names.Where(other => !_blockers.Contains(other)).ToList();
        var isException = open.Count > 0 && random.Next(2) == 0;
        var isBlocker = isException && random.Next(3) == 0;
        var parents = isException ? open.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).ToList() : [];
        _text.Append(isException
            ? $"  exception {name} to {string.Join(" and ", parents)}{(random.Next(4) == 0 ? " regardless" : "")}\n"
            : $"  rule {name}\n");
        _text.Append("    per LAW art 1 ").Append(Period()).Append('\n');
        if (random.Next(6) > 0)
        {
            _text.Append("    when ").Append(Condition()).Append('\n');
        }

        var value = random.Next(1, 4).ToString(CultureInfo.InvariantCulture);
        _text.Append(isBlocker ? "    then does not apply\n" : $"    then out is {value}\n");
        _names.Add(name);
        if (isBlocker)
        {
            _blockers.Add(name);
        }
    }

    private string Period() => random.Next(4) switch
    {
        0 => "from " + Days[random.Next(3)],
        1 => "from 2020-01-01 before " + Days[random.Next(1, 3)],
        _ => "",
    };

    private string Condition() => random.Next(4) switch
    {
        0 => Atom(),
        1 => Atom() + " and " + Atom(),
        2 => "(" + Atom() + " or " + Atom() + ") and " + Atom(),
        _ => "not (" + Atom() + " and " + Atom() + ")",
    };

    private string Atom() => random.Next(9) switch
    {
        0 => "f.c is " + Colour(),
        1 => "f.c is one of (" + Colour() + ", " + Colour() + ")",
        2 => "f.o is " + Colour(),
        3 => "f.o is missing",
        4 => random.Next(2) == 0 ? "f.b" : "not f.b",
        5 => "f.n is at least p",
        6 => "f.n is less than " + random.Next(3, 7).ToString(CultureInfo.InvariantCulture),
        7 => "f.n is 4",
        _ => "f.d is before " + Days[random.Next(3)],
    };

    private string Colour() => ((string[])["red", "green", "blue"])[random.Next(3)];
}
