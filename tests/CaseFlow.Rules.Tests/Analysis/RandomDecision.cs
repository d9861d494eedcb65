using System.Globalization;
using System.Text;

namespace CaseFlow.Rules.Tests.Analysis;

/// <summary>
/// The text of a random small decision: tables, rules with versions, exceptions and blockers whose conditions join
/// comparisons of facts with constants, definitions and a parameter, some in force for a while only.
/// </summary>
internal sealed class RandomDecision(Random random)
{
    private const int FactsRead = 3;

    private static readonly string[] Days = ["2020-01-01", "2021-01-01", "2022-01-01"];

    private readonly StringBuilder _text = new();
    private readonly List<string> _names = [];
    private readonly HashSet<string> _blockers = [];
    private readonly List<string> _facts = [.. ((string[])["c", "o", "b", "n", "t", "e"])
        .OrderBy(_ => random.Next()).Take(FactsRead)];

    /// <summary>The module's text after its first lines.</summary>
    public string Text(string policy)
    {
        var flag = Condition();
        _facts.Add("flag");
        var count = random.Next(2, 6);
        for (var rule = 0; rule < count; rule++)
        {
            Item("r" + rule.ToString(CultureInfo.InvariantCulture), policy);
        }

        var otherwise = random.Next(4) == 0 ? "  otherwise out is 9 per LAW art 1\n" : "";
        var applies = random.Next(3) == 0 ? "  applies when " + Condition() + "\n" : "";
        var byDefinition = _facts.Contains("e") && random.Next(2) == 0;
        return $$"""
            law LAW "Law" from 2020-01-01
            enum colour { red, green, blue }
            facts f {
            {{string.Concat(_facts.Select(Fact))}}  d : date
            }
            parameter p : number = 5 between 1 and 9 per LAW art 1
            define flag : boolean per {{(random.Next(2) == 0 ? "LAW art 1" : "practice \"always\"")}} as {{flag}}
            {{(byDefinition ? "define day : date per LAW art 1 as if f.e is recorded then f.e else f.d" : "")}}
            decision it
              gives out : number
              by date {{(byDefinition ? "day" : "f.d")}}
              hit {{policy}}
            {{applies}}{{_text}}{{otherwise}}end decision
            """;
    }

    private string Fact(string name) => name switch
    {
        "c" => "  c : colour\n",
        "o" => "  o : colour optional\n",
        "b" => "  b : boolean\n",
        "n" => "  n : number" + (random.Next(2) == 0 ? " optional" : "") + "\n",
        "t" => "  t : duration\n",
        "e" => "  e : date optional\n",
        _ => "",
    };

    private void Item(string name, string policy)
    {
        if (_facts.Intersect(["c", "n", "b"]).Any() && random.Next(4) == 0)
        {
            Table(name);
        }
        else
        {
            Rule(name, policy);
        }

        _names.Add(name);
    }

    private void Table(string name)
    {
        var columns = _facts.Intersect(["c", "n", "b"]).ToList();
        _text.Append(CultureInfo.InvariantCulture, $"  table {name}\n    per LAW art 1\n    ")
            .AppendJoin("", columns.Select(column => "| f." + column + " ")).Append("|| out |\n    ")
            .AppendJoin("", columns.Select(_ => "|---")).Append("||---|\n");
        var rows = random.Next(1, 4);
        for (var row = 0; row < rows; row++)
        {
            _text.Append("    ").AppendJoin("", columns.Select(column => "| " + Cell(column) + " "))
                .Append("|| ").Append(Value()).Append(" |\n");
        }
    }

    private string Cell(string column) => (column, random.Next(4)) switch
    {
        (_, 0) => "-",
        ("c", 1) => Colour(),
        ("c", _) => "red, " + ((string[])["green", "blue"])[random.Next(2)],
        ("b", _) => random.Next(2) == 0 ? "yes" : "no",
        (_, 1) => "< 4",
        (_, 2) => ">= p",
        _ => "4",
    };

    private void Rule(string name, string policy)
    {
        var open = _names.Where(other => !_blockers.Contains(other)).ToList();
        var isException = open.Count > 0 && random.Next(2) == 0 && policy != "first hit";
        var isBlocker = isException && random.Next(3) == 0;
        var parents = isException ? open.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).ToList() : [];
        _text.Append(isException
            ? $"  exception {name} to {string.Join(" and ", parents)}{(random.Next(4) == 0 ? " regardless" : "")}\n"
            : $"  rule {name}\n");
        if (!isBlocker && random.Next(5) == 0)
        {
            Version("from 2020-01-01 before 2021-01-01");
            Version("from " + Days[random.Next(1, 3)]);
            return;
        }

        _text.Append("    per LAW art 1 ").Append(Period()).Append('\n').Append(When());
        _text.Append(isBlocker ? "    then does not apply\n" : $"    then out is {Value()}\n");
        if (isBlocker)
        {
            _blockers.Add(name);
        }
    }

    private void Version(string period) =>
        _text.Append(
            CultureInfo.InvariantCulture,
            $"    version {period}\n    per LAW art 1\n{When()}    then out is {Value()}\n");

    private string When() => random.Next(6) > 0 ? "    when " + Condition() + "\n" : "";

    private string Value() => random.Next(1, 4).ToString(CultureInfo.InvariantCulture);

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

    private string Atom() => _facts[random.Next(_facts.Count)] switch
    {
        "c" => random.Next(2) == 0 ? "f.c is " + Colour() : "f.c is one of (" + Colour() + ", " + Colour() + ")",
        "o" => random.Next(2) == 0 ? "f.o is " + Colour() : "f.o is missing",
        "b" => random.Next(2) == 0 ? "f.b" : "not f.b",
        "n" => random.Next(3) switch
        {
            0 => "f.n is at least p",
            1 => "f.n is less than " + random.Next(3, 7).ToString(CultureInfo.InvariantCulture),
            _ => "f.n is 4",
        },
        "t" => random.Next(2) == 0 ? "f.t is at least 5 days" : "f.t is less than 6 days",
        "e" => random.Next(2) == 0 ? "f.e is recorded" : "f.e is missing",
        _ => random.Next(2) == 0 ? "flag" : "f.d is before " + Days[random.Next(3)],
    };

    private string Colour() => ((string[])["red", "green", "blue"])[random.Next(3)];
}
