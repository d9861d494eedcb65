using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Expressions.Rules;

/// <summary>
/// An expression as the text of a small rule pack: what it may read as facts with a definition each, so that it reads
/// them by their bare names, and itself as one more definition. So it is read, bound, checked and evaluated by the very
/// language of the rules.
/// </summary>
internal static partial class RulesText
{
    /// <summary>The root of the facts behind the bare names.</summary>
    public const string Given = "workflow_values";

    /// <summary>The definition that is the expression.</summary>
    public const string Answer = "workflow_answer";

    /// <summary>The file in which the expression stands.</summary>
    public const string AnswerFile = "answer.cfr";

    /// <summary>The line of that file on which the expression begins, from 1.</summary>
    public const int FirstLine = 5;

    private const int ListBound = 1000;

    /// <summary>The names of what is in reach that the expression mentions, the inner one of two alike.</summary>
    public static IReadOnlyList<ReadableName> Mentioned(string expression, IEnumerable<ReadableName> names)
    {
        var words = Word().Matches(expression).Select(word => word.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. names.Where(name => words.Contains(name.Name) && TypeOf(name) is not null)
                .DistinctBy(name => name.Name, StringComparer.Ordinal)
                .OrderBy(name => name.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The module that declares the names.</summary>
    public static string Names(IReadOnlyList<ReadableName> names)
    {
        var text = new StringBuilder("language en\nmodule workflow_names\n");
        var single = names.Where(name => name.Type.Fields is null).ToList();
        if (single.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"facts {Given} {{\n");
            single.ForEach(name => text.Append(CultureInfo.InvariantCulture, $"  `{name.Name}` : {TypeOf(name)}\n"));
            text.Append("}\n");
        }

        foreach (var name in single)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"define `{name.Name}` : {TypeOf(name)} per practice \"workflow\" as {Given}.`{name.Name}`\n");
        }

        foreach (var name in names.Where(name => name.Type.Fields is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"facts `{name.Name}` {{\n");
            foreach (var (field, declared) in name.Type.Fields!.Where(field => Word(field.Value.Type) is not null))
            {
                text.Append(
                    CultureInfo.InvariantCulture, $"  `{field}` : {Word(declared.Type)}{Optional(declared.MayMiss)}\n");
            }

            text.Append("}\n");
        }

        return text.ToString();
    }

    /// <summary>The module that is the expression, of a type, in a language of the rules.</summary>
    public static string Module(string expression, string type, string language) => language == "vi"
        ? $"ngôn ngữ vi\ngói workflow_expression\nnhập workflow_names\nđịnh nghĩa {Answer} : {Vietnamese(type)} "
            + $"tùy chọn căn cứ thực hành \"workflow\" nghĩa là (\n{expression}\n)\n"
        : $"language en\nmodule workflow_expression\nimport workflow_names\ndefine {Answer} : {type} "
            + $"optional per practice \"workflow\" as (\n{expression}\n)\n";

    /// <summary>The language's word for a type of workflows; null: it has none.</summary>
    public static string? Word(WorkflowType type) => type.Kind switch
    {
        ValueKind.Boolean => "boolean",
        ValueKind.Whole or ValueKind.Double or ValueKind.Decimal => "number",
        ValueKind.Text or ValueKind.Guid => "text",
        ValueKind.DateTime or ValueKind.Instant => "date",
        ValueKind.TimeSpan => "duration",
        ValueKind.List when type.Element is { Kind: not ValueKind.List } element && Word(element) is { } word =>
            string.Create(CultureInfo.InvariantCulture, $"list of {word} at most {ListBound}"),
        _ => null,
    };

    private static string? TypeOf(ReadableName name) => name.Type.Fields is { Count: > 0 } ? ""
        : Word(name.Type) is { } word ? word + Optional(name.MayMiss)
        : null;

    private static string Optional(bool mayMiss) => mayMiss ? " optional" : "";

    private static string Vietnamese(string type) => type switch
    {
        "boolean" => "có_không",
        "number" => "số",
        "text" => "văn_bản",
        "date" => "ngày",
        _ => "thời_hạn",
    };

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}_]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
