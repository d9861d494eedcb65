using System.Text;
using CaseFlow.Engine.Workflows.Scripting;

namespace CaseFlow.Scripting.Parsing;

/// <summary>
/// Writes template literals as additions of texts, which mean the same. A script in which it is not certain what is a
/// template is refused: where one follows a value (a tag), and where a slash could begin a regular expression.
/// </summary>
internal sealed class TemplateTranslation
{
    /// <summary>What makes a text of a value, as a template does; a name that no script can write.</summary>
    public const string TextOf = "caseflow$text$of";

    private const string Blank = " \t\r\n";

    private readonly string _script;
    private readonly StringBuilder _out = new();
    private int _at;

    private TemplateTranslation(string script) => _script = script;

    /// <summary>The script without templates; the same text where it has none.</summary>
    public static string Translated(string script)
    {
        if (!script.Contains('`', StringComparison.Ordinal))
        {
            return script;
        }

        if (script.Contains(TextOf, StringComparison.Ordinal))
        {
            throw Refused(script, 0);
        }

        var translation = new TemplateTranslation(script);
        translation.Code(isWithin: false);
        return translation._out.ToString();
    }

    private char Next => _at + 1 < _script.Length ? _script[_at + 1] : '\0';

    // Copies code up to its end, or within a template up to the brace that closes it.
    private void Code(bool isWithin)
    {
        var depth = 0;
        while (_at < _script.Length)
        {
            var sign = _script[_at];
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (isWithin && depth < 0)
            {
                return;
            }

            Piece(sign);
        }

        if (isWithin)
        {
            throw Refused(_script, _at);
        }
    }

    private void Piece(char sign)
    {
        switch (sign)
        {
            case '\'' or '"':
                Quoted(sign);
                break;
            case '/' when Next is '/':
                Skip(_script.IndexOf('\n', _at));
                break;
            case '/' when Next is '*':
                Comment();
                break;
            case '/' when !IsDivision():
                throw Refused(_script, _at);
            case '`':
                Template();
                break;
            default:
                _out.Append(sign);
                _at++;
                break;
        }
    }

    private void Quoted(char quote)
    {
        do
        {
            if (_script[_at] == '\\' && _at + 1 < _script.Length)
            {
                _out.Append(_script[_at++]);
            }

            _out.Append(_script[_at++]);
        }
        while (_at < _script.Length && _script[_at] != quote && _script[_at] != '\n');
        Skip(_at + 1);
    }

    private void Comment()
    {
        var end = _script.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        Skip(end < 0 ? _script.Length : end + 2);
    }

    // Copies up to a place; below 0: to the end.
    private void Skip(int end)
    {
        end = end < 0 ? _script.Length : Math.Min(end, _script.Length);
        _out.Append(_script, _at, Math.Max(0, end - _at));
        _at = Math.Max(_at, end);
    }

    private void Template()
    {
        if (Before() is ')' or ']' or '}' or '\'' or '"' or '`' || IsWord(Before()))
        {
            // `return` is the one word that a template may follow without a doubt.
            if (!_out.ToString().TrimEnd().EndsWith("return", StringComparison.Ordinal))
            {
                throw Refused(_script, _at);
            }
        }

        _at++;
        _out.Append("(\"");
        while (_at < _script.Length && _script[_at] != '`')
        {
            Part();
        }

        if (_at >= _script.Length)
        {
            throw Refused(_script, _at);
        }

        _at++;
        _out.Append("\")");
    }

    private void Part()
    {
        switch (_script[_at])
        {
            case '$' when Next == '{':
                _at += 2;
                _out.Append("\"+").Append(TextOf).Append('(');
                Code(isWithin: true);
                _at++;
                _out.Append(")+\"");
                break;
            case '\\' when Next is 'u' or 'x' || char.IsAsciiDigit(Next):
                // Their rules differ between templates and texts.
                throw Refused(_script, _at);
            case '\\':
                _out.Append('\\').Append(Next);
                _at += 2;
                break;
            case '"':
                _out.Append("\\\"");
                _at++;
                break;
            case '\r':
                _at++;
                break;
            case '\n':
                // The line end twice: as the sign, and as a line of the script, so that places stay right.
                _out.Append("\\n\\\n");
                _at++;
                break;
            default:
                _out.Append(_script[_at++]);
                break;
        }
    }

    // After these a slash divides; after a word, a bracket or a brace it could be either.
    private bool IsDivision() => Before() is ']' || char.IsAsciiDigit(Before());

    private char Before()
    {
        var index = _out.Length - 1;
        while (index >= 0 && Blank.Contains(_out[index], StringComparison.Ordinal))
        {
            index--;
        }

        return index < 0 ? '\0' : _out[index];
    }

    private static bool IsWord(char sign) => char.IsLetterOrDigit(sign) || sign is '_' or '$';

    private static RefusedSyntaxException Refused(string script, int at)
    {
        var before = script.AsSpan(0, Math.Min(at, script.Length));
        return new RefusedSyntaxException(new ScriptFault(
            ScriptFaultKind.TooNew, "a template literal", before.Count('\n') + 1, at - before.LastIndexOf('\n')));
    }
}
