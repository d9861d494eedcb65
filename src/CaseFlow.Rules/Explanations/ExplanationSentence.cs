using System.Globalization;
using System.Resources;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Explanations;

/// <summary>An outcome as one plain sentence, in Vietnamese or English, by labels where the pack has them.</summary>
public static class ExplanationSentence
{
    private static readonly ResourceManager Texts =
        new("CaseFlow.Rules.Explanations.ExplanationMessages", typeof(ExplanationSentence).Assembly);

    /// <summary>The language that sentences are in for a culture: `vi`, or `en` for every other.</summary>
    public static string LanguageOf(CultureInfo culture) => culture.TwoLetterISOLanguageName == "vi" ? "vi" : "en";

    /// <summary>The sentence.</summary>
    public static string Of(DecisionOutcome outcome, CultureInfo culture)
    {
        var decision = outcome.Decision.LabelIn(LanguageOf(culture));
        return outcome.Status switch
        {
            OutcomeStatus.Decided => Decided(outcome, decision, culture),
            OutcomeStatus.Undecided when outcome.Missing.Count == 0 =>
                Fill("Blocked", culture, decision, List(outcome.BlockedBy)),
            OutcomeStatus.Undecided => Fill("Undecided", culture, decision, List(outcome.Missing)),
            OutcomeStatus.Gap => Fill("Gap", culture, decision),
            OutcomeStatus.Conflict =>
                Fill("Conflict", culture, decision, List(outcome.Rules.Select(rule => rule.Name))),
            _ => Fill("NotApplicable", culture, decision),
        };
    }

    /// <summary>A value in the words of a language: `7 working days`, `15/07/2026`, an enum member's label.</summary>
    public static string Of(Value value, CultureInfo culture) => value switch
    {
        BooleanValue boolean => Text(boolean.Value ? "Yes" : "No", culture),
        DateValue date => date.Value.ToString(Text("DateFormat", culture), CultureInfo.InvariantCulture),
        DurationValue duration => Of(duration.Value, culture),
        EnumValue member => member.Member.LabelIn(LanguageOf(culture)),
        TextValue text => text.Value,
        MissingValue => Text("Missing", culture),
        ListValue list => List(list.Items.Select(item => Of(item, culture))),
        _ => ValueText.Of(value),
    };

    /// <summary>A length of time in the words of a language.</summary>
    public static string Of(RuleDuration duration, CultureInfo culture)
    {
        var unit = duration.Unit switch
        {
            DurationUnit.Day => "Day",
            DurationUnit.WorkingDay => "WorkingDay",
            DurationUnit.Month => "Month",
            _ => "Year",
        };
        var count = duration.Count.ToString(CultureInfo.InvariantCulture);
        return Fill(duration.Count is 1 or -1 ? unit : unit + "s", culture, count);
    }

    private static string Decided(DecisionOutcome outcome, string decision, CultureInfo culture)
    {
        var language = LanguageOf(culture);
        var outputs = List(outcome.Decision.Outputs.Select(output =>
            Fill("Output", culture, output.LabelIn(language), Of(outcome[output], culture))));
        return outcome.Cites.Count == 0
            ? Fill("Decided", culture, decision, outputs)
            : Fill("DecidedPer", culture, decision, outputs, Cited(outcome, culture));
    }

    private static string Cited(DecisionOutcome outcome, CultureInfo culture) =>
        List(outcome.Cites.Select(citation => Of(citation, culture)));

    // `Luật Khiếu nại …, Điều 28 khoản 1`; a practice by its own words.
    private static string Of(Citation citation, CultureInfo culture)
    {
        if (citation.Law is not { } law)
        {
            return Fill("Practice", culture, citation.Practice ?? "");
        }

        var each = citation.Parts.Select(part => Fill(part.Kind.ToString(), culture, part.Reference));
        var parts = string.Join(' ', each);
        return parts.Length == 0 ? law.Title : law.Title + ", " + parts;
    }

    private static string List(IEnumerable<string> texts) => string.Join("; ", texts);

    private static string Text(string key, CultureInfo culture) => Texts.GetString(key, culture)!;

    private static string Fill(string key, CultureInfo culture, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Text(key, culture), arguments);
}
