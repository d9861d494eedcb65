using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Citations;

/// <summary>Changes of periods as written.</summary>
internal static class PeriodFixes
{
    /// <summary>Two days that stand the wrong way round change places.</summary>
    public static TextFix Swapped((DateOnly Day, SourceSpan Span) first, (DateOnly Day, SourceSpan Span) second)
    {
        TextEdit[] edits =
        [
            new(first.Span, PeriodBinder.Day(second.Day)), new(second.Span, PeriodBinder.Day(first.Day)),
        ];
        return new TextFix([.. edits.OrderBy(edit => edit.Span.Start)]);
    }

    /// <summary>The period begins no sooner and ends no later than another; null where nothing would be left.</summary>
    /// <param name="period">As written.</param>
    /// <param name="outer">The other.</param>
    /// <param name="module">The module that it stands in.</param>
    public static TextFix? Within(PeriodSyntax period, LawPeriod outer, ModuleScope module)
    {
        var edits = new List<TextEdit>();
        if (period.From < outer.From)
        {
            edits.Add(new TextEdit(period.FromSpan, PeriodBinder.Day(outer.From)));
        }

        if (outer.Before is { } before && !EndsBy(period, before))
        {
            edits.AddRange(EndingBefore(period, before, module).Edits);
        }

        return edits.Count == 0 ? null : new TextFix(edits);
    }

    /// <summary>The period ends before a day.</summary>
    public static TextFix EndingBefore(PeriodSyntax period, DateOnly day, ModuleScope module) => period switch
    {
        { End: null } => Fixing.After(period.EndSpan, Ending(day, module)),
        { EndInclusive: true } => Fixing.Replace(period.EndSpan, PeriodBinder.Day(day.AddDays(-1))),
        _ => Fixing.Replace(period.EndSpan, PeriodBinder.Day(day)),
    };

    /// <summary>The words that end a period before a day.</summary>
    public static string Ending(DateOnly day, ModuleScope module) =>
        $" {module.Phrase(Keyword.Before)} {PeriodBinder.Day(day)}";

    private static bool EndsBy(PeriodSyntax period, DateOnly day) =>
        period.End is { } end && (period.EndInclusive ? end < day : end <= day);
}
