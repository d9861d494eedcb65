using System.Text.Json;
using CaseFlow.Rules.Binding.Expressions;

namespace CaseFlow.Rules.Facts;

/// <summary>What a value in JSON is, and what is needed instead: in the reader's words, with its form.</summary>
internal static class JsonWords
{
    private const string AsDate = "\"2026-08-03\"";
    private const string AsMoney = "\"value\": 250000, \"currency\": \"VND\"";
    private const string AsDuration = "\"value\": 7, \"unit\": \"workingDay\"";

    /// <summary>Words by language for the places of `is {1}, here {2} is needed`.</summary>
    /// <param name="found">What was given.</param>
    /// <param name="needed">The fact's type.</param>
    public static IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>> Of(JsonValueKind found, RuleType needed)
    {
        var form = FormOf(needed.Kind);
        var words = TypeWords.Of(needed, "en").Labels!;
        return new Dictionary<int, IReadOnlyDictionary<string, string>>
        {
            [1] = ByLanguage(ShapeOf(found), ShapeInVietnamese(found)),
            [2] = ByLanguage(words["en"] + form, words["vi"] + form),
        };
    }

    /// <summary>The shape of a JSON value in the words of the language.</summary>
    public static string ShapeOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "text",
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "record",
        _ => "null",
    };

    private static string ShapeInVietnamese(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "có_không",
        JsonValueKind.Number => "số",
        JsonValueKind.String => "văn_bản",
        JsonValueKind.Array => "danh sách",
        JsonValueKind.Object => "bản ghi",
        _ => "null",
    };

    // The form tells what the word alone does not.
    private static string FormOf(TypeKind kind) => kind switch
    {
        TypeKind.Boolean => " (true, false)",
        TypeKind.Date => " (" + AsDate + ")",
        TypeKind.Money => " (" + AsMoney + ")",
        TypeKind.Duration => " (" + AsDuration + ")",
        TypeKind.List or TypeKind.Set => " ([…])",
        _ => "",
    };

    private static Dictionary<string, string> ByLanguage(string english, string vietnamese) =>
        new(StringComparer.Ordinal) { ["en"] = english, ["vi"] = vietnamese };
}
