using System.Globalization;
using System.Resources;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>Titles and comments of the text that the analysis writes, from `WitnessTexts.resx`.</summary>
internal static class WitnessTexts
{
    private static readonly ResourceManager Texts =
        new("CaseFlow.Rules.Analysis.Witnesses.WitnessTexts", typeof(WitnessTexts).Assembly);

    /// <summary>The text in a language with its arguments filled in.</summary>
    public static string Of(string key, CultureInfo culture, params string[] arguments) =>
        string.Format(culture, Texts.GetString(key, culture) ?? key, [.. arguments]);
}
