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

    /// <summary>The help of <paramref name="code"/>; empty where there is none.</summary>
    public static string Help(string code, CultureInfo culture, IReadOnlyList<string> arguments, string? didYouMean)
    {
        var help = Fill(Texts.GetString(code + ".help", culture) ?? "", culture, arguments);
        if (didYouMean is null)
        {
            return help;
        }

        var guess = Fill(Texts.GetString("DidYouMean", culture) ?? "{0}", culture, [didYouMean]);
        return help.Length == 0 ? guess : guess + "; " + help;
    }

    private static string Fill(string text, CultureInfo culture, IReadOnlyList<string> arguments) =>
        arguments.Count == 0 ? text : string.Format(culture, text, [.. arguments]);
}
