using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Comparison;

/// <summary>What differs between two symbols of one name, one of each pack; null for nothing.</summary>
internal static class SymbolChanges
{
    // Enough to recognise a decree on one year's Tết by.
    private const int DaysShown = 12;

    /// <summary>Definitions: type, period, citations and expression.</summary>
    public static ChangeCause? Of(DefinitionSymbol before, DefinitionSymbol after) =>
        Changed(CauseKind.Definition, before, after, Text(before), Text(after));

    /// <summary>Word lists: the phrases that only one of them has.</summary>
    public static ChangeCause? Of(WordListSymbol before, WordListSymbol after)
    {
        var (gone, come) = (Except(before, after), Except(after, before));
        return gone is null && come is null
            ? null
            : Changed(CauseKind.WordList, before, after, gone, come);
    }

    /// <summary>Laws: the days on which they are in force.</summary>
    public static ChangeCause? Of(LawSymbol before, LawSymbol after) =>
        Changed(CauseKind.Law, before, after, RuleText.Of(before.Period), RuleText.Of(after.Period));

    /// <summary>Facts and fields: what is assumed where nobody told.</summary>
    public static ChangeCause? Of(FieldSymbol before, FieldSymbol after)
    {
        var isSame = before.Assumed is { } a && after.Assumed is { } b
            ? AnswerComparison.Same(a, b)
            : before.Assumed is null && after.Assumed is null;
        return isSame ? null : Cause(CauseKind.Assumption, after.Path, before, after, Assumed(before), Assumed(after));
    }

    /// <summary>Calendars: how they count, and the days of which their data differ.</summary>
    public static ChangeCause? Of(WorkingCalendar before, WorkingCalendar after)
    {
        var (old, now) = (Counting(before), Counting(after));
        IEnumerable<string> oldParts = old == now ? [] : [old];
        IEnumerable<string> nowParts = old == now ? [] : [now];
        return Changed(
            CauseKind.Calendar,
            before.Options,
            after.Options,
            string.Join(", ", oldParts.Concat(DaysOnlyIn(before, after))),
            string.Join(", ", nowParts.Concat(DaysOnlyIn(after, before))));
    }

    /// <summary>Parameters: all the values that hold on the two sides.</summary>
    public static ChangeCause? Of(
        ParameterSymbol before, ParameterSet? old, ParameterSymbol after, ParameterSet? now) =>
        Changed(CauseKind.Parameter, before, after, Text(before, old), Text(after, now));

    /// <summary>A cause, with the places of both symbols.</summary>
    public static ChangeCause Cause(
        CauseKind kind, string name, Symbol? before, Symbol? after, string? textBefore, string? textAfter) =>
        new(kind, name, textBefore, textAfter) { PlaceBefore = before?.Span, PlaceAfter = after?.Span };

    private static ChangeCause? Changed(
        CauseKind kind, Symbol before, Symbol after, string? textBefore, string? textAfter) =>
        textBefore == textAfter ? null : Cause(kind, after.Name, before, after, textBefore, textAfter);

    private static string Text(DefinitionSymbol definition) => string.Join(
        ' ',
        new[]
        {
            string.Join(", ", definition.Cites.Select(cite => cite.Text)),
            RuleText.Of(definition.Period),
            ExpressionText.Of(definition.Value),
        }.Where(part => part.Length > 0));

    private static string Text(ParameterSymbol parameter, ParameterSet? set)
    {
        foreach (var (changed, value) in set?.Changed ?? [])
        {
            if (changed == parameter)
            {
                return ValueText.Of(value);
            }
        }

        return string.Join(", ", parameter.Values.Select(dated => dated.From is { } from
            ? ValueText.Of(new DateValue(from)) + ": " + ValueText.Of(dated.Value)
            : ValueText.Of(dated.Value)));
    }

    private static string Counting(WorkingCalendar calendar)
    {
        var options = calendar.Options;
        return "weekend " + string.Join(", ", options.Weekend.Order())
            + (options.CountsFromNextDay ? ", count from the next day" : ", count from the same day")
            + (options.MonthsClamp ? ", months clamp" : ", months spill")
            + (options.LastDayRolls ? ", last day rolls" : ", last day stays");
    }

    private static IEnumerable<string> DaysOnlyIn(WorkingCalendar calendar, WorkingCalendar other)
    {
        var days = calendar.Entries
            .Where(entry => other.EntryOn(entry.Day) is not { } same || same.Kind != entry.Kind)
            .Select(entry => ValueText.Of(new DateValue(entry.Day)) + " " + entry.Kind)
            .ToList();
        return days.Count > DaysShown ? days.Take(DaysShown).Append("…") : days;
    }

    private static string? Assumed(FieldSymbol field) =>
        field.Assumed is { } value ? ValueText.Of(value) : null;

    private static string? Except(WordListSymbol these, WordListSymbol those)
    {
        var phrases = these.Phrases.Except(those.Phrases, StringComparer.Ordinal).ToList();
        return phrases.Count == 0 ? null : string.Join(", ", phrases.Select(phrase => "\"" + phrase + "\""));
    }
}
