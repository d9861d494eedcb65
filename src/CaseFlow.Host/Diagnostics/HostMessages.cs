using System.Globalization;
using System.Resources;

namespace CaseFlow.Host.Diagnostics;

/// <summary>The words of the program, in English and Vietnamese, from `HostMessages.resx`.</summary>
internal static class HostMessages
{
    private static readonly ResourceManager Texts =
        new("CaseFlow.Host.Diagnostics.HostMessages", typeof(HostMessages).Assembly);

    /// <summary>The message of an error.</summary>
    public static string Message(HostError error, CultureInfo culture) => Text(error.Code, culture, error.Arguments);

    /// <summary>What to do about an error.</summary>
    public static string Help(HostError error, CultureInfo culture) =>
        Text(error.Code + ".help", culture, error.Arguments);

    /// <summary>Any other text of the program.</summary>
    public static string Text(string key, CultureInfo culture, params IReadOnlyList<string> arguments)
    {
        var text = Texts.GetString(key, culture) ?? key;
        return arguments.Count == 0 ? text : string.Format(culture, text, [.. arguments]);
    }
}
