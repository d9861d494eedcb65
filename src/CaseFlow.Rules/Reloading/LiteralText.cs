using System.Globalization;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Reloading;

/// <summary>A value as a literal in the words of a module's language.</summary>
internal static class LiteralText
{
    /// <summary>`40`, `7 working days` or `7 ngày làm việc`, `250000 VND`, `có`.</summary>
    public static string Of(Value value, string language) => value switch
    {
        DurationValue { Value: var duration } => duration.Count.ToString(CultureInfo.InvariantCulture) + " "
            + Word(UnitOf(duration.Unit), language),
        BooleanValue boolean => Word(boolean.Value ? Keyword.Yes : Keyword.No, language),
        _ => ValueText.Of(value),
    };

    private static string Word(Keyword keyword, string language) =>
        (KeywordTable.Find(language) ?? KeywordTable.Find("en")!).Phrase(keyword);

    private static Keyword UnitOf(DurationUnit unit) => unit switch
    {
        DurationUnit.Day => Keyword.Day,
        DurationUnit.WorkingDay => Keyword.WorkingDay,
        DurationUnit.Month => Keyword.Month,
        _ => Keyword.Year,
    };
}
