using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Rules;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Bench.Decisions;

/// <summary>
/// Packs of decisions of fifty rules that exclude each other: five kinds, ten bands of days each.
/// </summary>
internal static class FiftyRules
{
    private const int Kinds = 5;
    private const int Bands = 10;
    private const int DaysInABand = 30;

    /// <summary>Loads a pack of some decisions: `urgency0` and so on.</summary>
    public static BoundPack Load(int decisions)
    {
        var source = InMemoryRuleSource.OfTexts(
            ("pack.json", """{"name":"bench","version":"1","language":"1"}"""), ("bench.cfr", Text(decisions)));
        var loaded = RulePack.Load(source);
        return loaded.Pack ?? throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics.Select(
            found => $"{found.Span}: {found.Message(CultureInfo.InvariantCulture)}")));
    }

    /// <summary>Facts of a case that the 38th of the fifty rules decides.</summary>
    public static CaseFacts Facts(BoundPack pack)
    {
        var told = new JsonObject { ["petition"] = new JsonObject { ["kind"] = "kind3", ["age"] = 225 } };
        var read = FactReader.Read(told, pack);
        return read.Problems.Count == 0
            ? read.Facts
            : throw new InvalidOperationException(read.Problems[0].Code);
    }

    /// <summary>The same decision as a programmer writes it by hand.</summary>
    public static int ByHand(int kind, int days)
    {
        if (kind is < 0 or >= Kinds || days is < 0 or >= Bands * DaysInABand)
        {
            return -1;
        }

        for (var band = 0; band < Bands; band++)
        {
            if (days < (band + 1) * DaysInABand)
            {
                return (kind * Bands) + band;
            }
        }

        return -1;
    }

    private static string Text(int decisions)
    {
        var text = new StringBuilder(
            """
            language en
            module bench
            law LAW "A law" from 2020-01-01
            enum sort { kind0, kind1, kind2, kind3, kind4 }
            facts petition {
              kind : sort
              age : number
            }

            """);
        for (var number = 0; number < decisions; number++)
        {
            Add(text, number);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, int decision)
    {
        text.Append(CultureInfo.InvariantCulture, $"""
            decision urgency{decision}
              gives score : number
              by date today
              hit single

            """);
        for (var number = 0; number < Kinds * Bands; number++)
        {
            var from = number % Bands * DaysInABand;
            text.Append(CultureInfo.InvariantCulture, $"""
                  rule band{number}
                    per LAW art {number + 1}
                    when petition.kind is kind{number / Bands} and petition.age is at least {from}
                      and petition.age is less than {from + DaysInABand}
                    then score is {number}

                """);
        }

        text.Append("end decision\n");
    }
}
