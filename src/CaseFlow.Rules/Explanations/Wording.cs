using System.Globalization;
using System.Resources;

namespace CaseFlow.Rules.Explanations;

/// <summary>The words of sentences in one language, and how they are put together.</summary>
internal sealed class Wording(CultureInfo culture)
{
    private static readonly ResourceManager Texts =
        new("CaseFlow.Rules.Explanations.ExplanationMessages", typeof(Wording).Assembly);

    private static readonly NumberFormatInfo VietnameseNumbers = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
    };

    /// <summary>`vi` or `en`.</summary>
    public string Language { get; } = LanguageOf(culture);

    /// <summary>The language for a culture: `vi`, or `en` for every other.</summary>
    public static string LanguageOf(CultureInfo culture) => culture.TwoLetterISOLanguageName == "vi" ? "vi" : "en";

    /// <summary>A text of the catalogue, its places filled.</summary>
    public string Fill(string key, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(key, culture)!, arguments);

    /// <summary>A number as the language writes it: `1.250.000,5` or `1,250,000.5`.</summary>
    public string Number(decimal number) => number.ToString(
        "#,##0.############################", Language == "vi" ? VietnameseNumbers : NumberFormatInfo.InvariantInfo);

    /// <summary>A day as the language writes it.</summary>
    public string Day(DateOnly day) => day.ToString(Fill("DateFormat"), CultureInfo.InvariantCulture);

    /// <summary>`a, b and c`.</summary>
    public string All(IEnumerable<string> texts) => Joined(texts, "And");

    /// <summary>`a, b or c`.</summary>
    public string Either(IEnumerable<string> texts) => Joined(texts, "Or");

    /// <summary>Clauses side by side: `a; b; c`. They may hold commas of their own.</summary>
    public static string Clauses(IEnumerable<string> texts) => string.Join("; ", texts);

    /// <summary>
    /// A label inside a sentence: its capital goes where it is the label's only one. Names of offices and people keep
    /// theirs.
    /// </summary>
    public static string Inside(string label) =>
        label.Length > 1 && !label.Skip(1).Any(char.IsUpper) ? char.ToLowerInvariant(label[0]) + label[1..] : label;

    /// <summary>
    /// That a yes-or-no thing holds or not. A label that begins with a verb is a clause by itself: `có chữ ký`, `không
    /// có chữ ký`; so is every Vietnamese label that holds. To others the answer is added: `remote area: no`.
    /// </summary>
    public string Answer(string label, bool holds)
    {
        var name = Inside(label);
        return VerbOf(name) is { Word: var verb, Negated: var negated }
            ? holds ? name : negated + name[verb.Length..]
            : Language == "vi" && holds ? name
            : Fill("Flag", name, Fill(holds ? "Yes" : "No"));
    }

    /// <summary>A label that begins a sentence.</summary>
    public static string Begin(string label) =>
        label.Length > 0 ? char.ToUpperInvariant(label[0]) + label[1..] : label;

    private (string Word, string Negated)? VerbOf(string label)
    {
        foreach (var pair in Fill("NegatedWords").Split(';'))
        {
            var place = pair.IndexOf('=', StringComparison.Ordinal);
            if (label.StartsWith(pair[..place] + " ", StringComparison.Ordinal))
            {
                return (pair[..place], pair[(place + 1)..]);
            }
        }

        return null;
    }

    private string Joined(IEnumerable<string> texts, string last)
    {
        var all = texts.ToList();
        return all.Count < 2
            ? all.FirstOrDefault("")
            : Fill(last, string.Join(", ", all.Take(all.Count - 1)), all[^1]);
    }
}
