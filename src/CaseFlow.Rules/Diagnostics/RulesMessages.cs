using System.Globalization;
using System.Resources;

namespace CaseFlow.Rules.Diagnostics;

/// <summary>The words of the diagnostics, in English and Vietnamese, from `RulesMessages.resx`.</summary>
public static class RulesMessages
{
    private static readonly ResourceManager Texts =
        new("CaseFlow.Rules.Diagnostics.RulesMessages", typeof(RulesMessages).Assembly);

    /// <summary>The message of <paramref name="code"/> with its arguments filled in.</summary>
    public static string Message(string code, CultureInfo culture, IReadOnlyList<string> arguments) =>
        Fill(Texts.GetString(code, culture) ?? code, culture, arguments);

    /// <summary>
    /// The same; an argument with a label in the culture's language is called by it: “Term” (`term`). Where the message
    /// does not quote it, as the name of a type, the label stands in its place.
    /// </summary>
    /// <param name="code">The finding.</param>
    /// <param name="culture">The reader's.</param>
    /// <param name="arguments">The user's own words.</param>
    /// <param name="labels">Labels by language code, by the argument's place.</param>
    public static string Message(
        string code,
        CultureInfo culture,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>> labels)
    {
        var template = Texts.GetString(code, culture) ?? code;
        var words = new List<string>(arguments);
        foreach (var (place, byLanguage) in labels)
        {
            if (byLanguage.TryGetValue(culture.TwoLetterISOLanguageName, out var label))
            {
                var word = "{" + place.ToString(CultureInfo.InvariantCulture) + "}";
                var next = "{" + words.Count.ToString(CultureInfo.InvariantCulture) + "}";
                var name = "`" + word + "`";
                template = template.Contains(name, StringComparison.Ordinal)
                    ? template.Replace(name, "“" + next + "” (" + name + ")", StringComparison.Ordinal)
                    : template.Replace(word, next, StringComparison.Ordinal);
                words.Add(label);
            }
        }

        return Fill(template, culture, words);
    }

    /// <summary>The help of <paramref name="code"/>; empty where there is none.</summary>
    public static string Help(string code, CultureInfo culture, IReadOnlyList<string> arguments, string? didYouMean)
    {
        // `.lost` helps those for whom nothing could be guessed.
        var template = Texts.GetString(code + ".help", culture)
            ?? (didYouMean is null ? Texts.GetString(code + ".lost", culture) : null);
        var help = Fill(template ?? "", culture, arguments);
        if (didYouMean is null)
        {
            return help;
        }

        var guess = Text("DidYouMean", culture, didYouMean);
        return help.Length == 0 ? guess : guess + "; " + help;
    }

    /// <summary>A text that belongs to no code.</summary>
    internal static string Text(string key, CultureInfo culture, params IReadOnlyList<string> arguments) =>
        Fill(Texts.GetString(key, culture) ?? key, culture, arguments);

    private static string Fill(string text, CultureInfo culture, IReadOnlyList<string> arguments) =>
        arguments.Count == 0 ? text : string.Format(culture, text, [.. arguments]);
}
