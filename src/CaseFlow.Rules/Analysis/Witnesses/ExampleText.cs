using System.Globalization;
using System.Text;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>Writes a case as an `example` that can be pasted into a module.</summary>
internal static class ExampleText
{
    /// <summary>
    /// No expectation says that no rule covers a case: what is written expects every output to be missing, which fails
    /// until the author has said what is right, and a comment asks for it.
    /// </summary>
    public static string OfGap(ModuleWords words, DecisionSymbol decision, CaseSketch sketch)
    {
        var text = Head(words, "ExampleOfGap", decision, sketch);
        text.Append("  # ").Append(WitnessTexts.Of("ExampleAsks", words.Culture)).Append('\n');
        var wants = decision.Outputs.Select(output =>
            words.Name(decision) + "." + words.Name(output) + " " + words.Word(Keyword.Is) + " "
            + words.Word(Keyword.Missing));
        return Expecting(text, words, wants);
    }

    /// <summary>The case, expecting two rules to conflict.</summary>
    public static string OfConflict(ModuleWords words, DecisionSymbol decision, CaseSketch sketch) => Expecting(
        Head(words, "ExampleOfConflict", decision, sketch),
        words,
        [words.Name(decision) + " " + words.Word(Keyword.Conflicts)]);

    /// <summary>The case, expecting what comes out: it shows what was found and passes.</summary>
    public static string OfOutcome(
        ModuleWords words, DecisionSymbol decision, CaseSketch sketch, IReadOnlyList<Value> outputs)
    {
        var wants = decision.Outputs
            .Select(output => (Output: output, Value: words.Value(outputs[output.Index])))
            .Where(want => want.Value is not null)
            .Select(want => words.Name(decision) + "." + words.Name(want.Output) + " "
                + words.Word(Keyword.Is) + " " + want.Value)
            .ToList();
        return Expecting(Head(words, "ExampleOfOutcome", decision, sketch), words, wants);
    }

    private static StringBuilder Head(ModuleWords words, string title, DecisionSymbol decision, CaseSketch sketch)
    {
        var text = new StringBuilder();
        text.Append(words.Word(Keyword.Example)).Append(" \"")
            .Append(WitnessTexts.Of(title, words.Culture, words.Name(decision))).Append("\"\n");
        text.Append("  ").Append(words.Word(Keyword.Today)).Append(' ')
            .Append(sketch.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('\n');
        var given = sketch.Facts.Known.SelectMany(fact => Given(words, fact.Key, fact.Value)).ToList();
        Lines(text, words.Word(Keyword.Given), words.Word(Keyword.And), given);
        return text;
    }

    // A list of which only the length is known is told by that.
    private static IEnumerable<string> Given(ModuleWords words, FieldSymbol fact, Value value) => value switch
    {
        ListValue list when words.Value(list) is null =>
            [words.Word(Keyword.CountOf) + " " + words.Path(fact) + " " + words.Word(Keyword.Is) + " "
                + list.Items.Count.ToString(CultureInfo.InvariantCulture)],
        _ => [words.Path(fact) + " " + words.Word(Keyword.Is) + " " + words.Value(value)],
    };

    private static string Expecting(StringBuilder text, ModuleWords words, IEnumerable<string> wants)
    {
        Lines(text, words.Word(Keyword.Expect), words.Word(Keyword.And), [.. wants]);
        return text.ToString();
    }

    private static void Lines(StringBuilder text, string first, string next, List<string> items)
    {
        for (var place = 0; place < items.Count; place++)
        {
            text.Append(place == 0 ? "  " + first : "    " + next).Append(' ').Append(items[place]).Append('\n');
        }
    }
}
