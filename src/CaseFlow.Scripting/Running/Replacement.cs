using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Jint.Native;
using Jint.Runtime;

namespace CaseFlow.Scripting.Running;

/// <summary>What `replace` puts in the place of a match: a text with its `$` signs, or what a function says.</summary>
internal static class Replacement
{
    public static string Of(Match match, string text, JsValue by) =>
        by.TryCast<ICallable>() is { } function
            ? TypeConverter.ToString(function.Call(JsValue.Undefined, Arguments(match, text)))
            : Filled(match, text, TypeConverter.ToString(by));

    private static JsValue[] Arguments(Match match, string text) =>
    [
        .. match.Groups.Cast<Group>().Select(group => group.Success ? new JsValue(group.Value) : JsValue.Undefined),
        new JsValue((double)match.Index),
        new JsValue(text),
    ];

    private static string Filled(Match match, string text, string by)
    {
        if (!by.Contains('$', StringComparison.Ordinal))
        {
            return by;
        }

        var made = new StringBuilder();
        for (var at = 0; at < by.Length; at++)
        {
            if (by[at] != '$' || at + 1 == by.Length)
            {
                made.Append(by[at]);
                continue;
            }

            var sign = by[at + 1];
            var (put, length) = Special(match, text, by, at + 1);
            made.Append(put ?? $"${sign}");
            at += length;
        }

        return made.ToString();
    }

    // What a sign after `$` stands for, and how many signs it takes; null: nothing, it stays as it is.
    private static (string? Text, int Length) Special(Match match, string text, string by, int at) => by[at] switch
    {
        '$' => ("$", 1),
        '&' => (match.Value, 1),
        '`' => (text[..match.Index], 1),
        '\'' => (text[(match.Index + match.Length)..], 1),
        >= '0' and <= '9' => Numbered(match, by, at),
        _ => (null, 1),
    };

    private static (string? Text, int Length) Numbered(Match match, string by, int at)
    {
        for (var length = 2; length > 0; length--)
        {
            if (at + length <= by.Length
                && int.TryParse(by.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number > 0 && number < match.Groups.Count)
            {
                return (match.Groups[number].Value, length);
            }
        }

        return (null, 1);
    }
}
