using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>
/// A tree as text: each node as `(Type part: value …)` without its places, on one line where it is short.
/// </summary>
internal static class TreeDump
{
    private const int MaxLine = 110;

    public static string Of(object node) => Write(node, 0) + "\n";

    private static string Write(object? value, int indent) => value switch
    {
        null => "-",
        Name name => name.Text,
        QualifiedName name => name.Text,
        PathExpression path => path.Text,
        string text => "\"" + text.ReplaceLineEndings("\\n") + "\"",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        IEnumerable list => Brackets('[', ']', "", [.. Items(list, indent)], indent),
        _ => Brackets('(', ')', ShortName(value), [.. Parts(value, indent)], indent),
    };

    private static IEnumerable<string> Items(IEnumerable list, int indent) =>
        list.Cast<object>().Select(item => Write(item, indent + 1));

    private static IEnumerable<string> Parts(object node, int indent) => node.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.PropertyType != typeof(SourceSpan) && property.CanWrite)
        .Where(property => property.PropertyType != typeof(IReadOnlyList<SourceSpan>))
        .OrderBy(property => property.MetadataToken)
        .Select(property => (property.Name, property.PropertyType, Value: property.GetValue(node)))
        .Where(part => !IsEmpty(part.Value) || (part.PropertyType == typeof(bool?) && part.Value is false))
        .Select(part => $"{part.Name}: {Write(part.Value, indent + 1)}");

    private static bool IsEmpty(object? value) => value is null or false || value is ICollection { Count: 0 }
        || value is NamesSyntax { Aliases.Count: 0, Labels.Count: 0 };

    private static string ShortName(object node) => node.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal);

    private static string Brackets(char open, char close, string head, string[] parts, int indent)
    {
        var line = $"{open}{head}{(head.Length > 0 && parts.Length > 0 ? " " : "")}{string.Join(' ', parts)}{close}";
        if (line.Length <= MaxLine && !line.Contains('\n', StringComparison.Ordinal))
        {
            return line;
        }

        var broken = new StringBuilder().Append(open).Append(head);
        foreach (var part in parts)
        {
            broken.Append('\n').Append(' ', (indent + 1) * 2).Append(part);
        }

        return broken.Append(close).ToString();
    }
}
