using System.Text.RegularExpressions;
using System.Text;
using CaseFlow.Engine.Workflows.Scripting;
using Jint.Native.RegExp;
using Jint.Native;
using Jint.Runtime;

namespace CaseFlow.Scripting.Running;

/// <summary>
/// The functions of texts and regular expressions that take longer than their text: each match is a step, and each
/// search has no more time than the run has left.
/// </summary>
internal sealed class TextFunctions(JsEngine engine, Meter meter)
{
    /// <summary>The longest regular expression, in signs.</summary>
    public const int LongestPattern = 1_000;

    public Func<JsValue, JsValue[], JsValue> Instead(string name, Func<JsValue, JsValue[], JsValue> inner) =>
        name switch
        {
            "replace" => Replace,
            "match" => (text, arguments) => Match(text, arguments, inner),
            "split" => (text, arguments) => Split(text, arguments, inner),
            "search" or "exec" or "test" => (text, arguments) => Timed(text, arguments, inner),
            "indexOf" or "lastIndexOf" => (text, arguments) =>
            {
                meter.RequireSearch(TextOf(text).Length, arguments is [var sought, ..] ? TextOf(sought).Length : 0);
                return inner(text, arguments);
            },
            "concat" => (text, arguments) =>
            {
                meter.RequireText(TextOf(text).Length + arguments.Sum(argument => TextOf(argument).Length));
                return inner(text, arguments);
            },
            _ => inner,
        };

    /// <summary>A regular expression; too long a one is refused.</summary>
    public JsValue Pattern(JsValue[] arguments)
    {
        if (arguments is [var source, ..] && TextOf(source).Length > LongestPattern)
        {
            throw new ScriptStop(ScriptFaultKind.Memory, "regular expression");
        }

        return new JsValue(WithTime((RegExpInstance)engine.RegExp.Construct(arguments)));
    }

    private static string TextOf(JsValue value) => TypeConverter.ToString(value);

    private RegExpInstance WithTime(RegExpInstance pattern)
    {
        pattern.Value = new Regex(pattern.Value.ToString(), pattern.Value.Options, meter.Left);
        return pattern;
    }

    private RegExpInstance? PatternOf(JsValue value) =>
        value.IsObject() && value.AsObject() is RegExpInstance pattern ? WithTime(pattern) : null;

    private JsValue Timed(JsValue text, JsValue[] arguments, Func<JsValue, JsValue[], JsValue> inner)
    {
        PatternOf(text);
        if (arguments is [var first, ..])
        {
            PatternOf(first);
        }

        return inner(text, arguments);
    }

    private JsValue Match(JsValue value, JsValue[] arguments, Func<JsValue, JsValue[], JsValue> inner)
    {
        var pattern = arguments is [var first, ..] ? PatternOf(first) : null;
        if (pattern is not { Global: true })
        {
            return inner(value, arguments);
        }

        var found = engine.Array.Construct([]);
        var count = 0;
        foreach (var match in Matches(pattern, TextOf(value)))
        {
            meter.RequireItems(count);
            found.Put(ListFunctions.Key(count++), new JsValue(match.Value), false);
        }

        return count == 0 ? JsValue.Null : new JsValue(found);
    }

    private JsValue Split(JsValue value, JsValue[] arguments, Func<JsValue, JsValue[], JsValue> inner)
    {
        var text = TextOf(value);
        if (arguments is not [var separator, ..] || separator.IsUndefined())
        {
            return inner(value, arguments);
        }

        if (PatternOf(separator) is { } pattern)
        {
            meter.RequireItems(Matches(pattern, text).Count());
            return inner(value, arguments);
        }

        var by = TextOf(separator);
        meter.RequireItems(by.Length == 0 ? text.Length : Count(text, by));
        return inner(value, arguments);
    }

    private int Count(string text, string sought)
    {
        meter.RequireSearch(text.Length, sought.Length);
        var count = 0;
        for (var at = text.IndexOf(sought, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(sought, at + sought.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    private JsValue Replace(JsValue value, JsValue[] arguments)
    {
        var text = TextOf(value);
        var sought = arguments.ElementAtOrDefault(0) ?? JsValue.Undefined;
        var by = arguments.ElementAtOrDefault(1) ?? JsValue.Undefined;
        var pattern = PatternOf(sought);
        var made = new StringBuilder();
        var from = 0;
        foreach (var match in pattern is null ? First(text, TextOf(sought)) : Matches(pattern, text))
        {
            made.Append(text, from, match.Index - from).Append(Replacement.Of(match, text, by));
            meter.RequireText(made.Length);
            from = match.Index + match.Length;
        }

        return new JsValue(made.Append(text, from, text.Length - from).ToString());
    }

    private IEnumerable<Match> First(string text, string sought)
    {
        meter.RequireSearch(text.Length, sought.Length);
        return new Regex(Regex.Escape(sought), RegexOptions.CultureInvariant, meter.Left).Matches(text).Take(1);
    }

    private IEnumerable<Match> Matches(RegExpInstance pattern, string text)
    {
        if (pattern.Global)
        {
            pattern.Put("lastIndex", new JsValue(0d), false);
        }

        for (var match = pattern.Value.Match(text); match.Success; match = match.NextMatch())
        {
            meter.Enter();
            yield return match;
            if (!pattern.Global)
            {
                yield break;
            }
        }
    }
}
