using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Outlines;

namespace CaseFlow.Rules.Binding.Citations;

/// <summary>
/// CF3206: articles cited that are not in force while the item is. As with laws, one of several is enough on any day.
/// </summary>
internal static class PlacesInForce
{
    /// <summary>Checks what an item cites; laws that are not in force themselves are told as CF3205.</summary>
    /// <param name="period">When the item is in force.</param>
    /// <param name="cites">What it cites.</param>
    /// <param name="findings">Takes the findings.</param>
    /// <param name="narrow">Narrows the text to other days; null where it cannot be.</param>
    public static void Check(
        LawPeriod period,
        IReadOnlyList<Citation> cites,
        DiagnosticBag findings,
        Func<LawPeriod, TextFix?>? narrow = null)
    {
        var ofLaws = cites.Where(cite => cite.Law is not null).ToList();
        if (period.IsEmpty || !ofLaws.Exists(cite => CitedPlaces.Of(cite) is not null))
        {
            return;
        }

        var never = ofLaws.Where(cite => IsNever(cite, period)).ToList();
        foreach (var cite in never)
        {
            Report(cite, period, findings, fix: null);
        }

        var days = LawDays.Joined(ofLaws.SelectMany(CitedPlaces.DaysOf));
        var lawDays = LawDays.Joined(ofLaws.Select(cite => cite.Law!.Period));
        if (never.Count == 0 && ofLaws.Count == cites.Count
            && LawDays.Cover(lawDays, period) && !LawDays.Cover(days, period))
        {
            var first = ofLaws.First(cite =>
                !LawDays.Cover(CitedPlaces.DaysOf(cite), period.Intersect(cite.Law!.Period)));
            Report(first, period, findings, Narrowed(days, period) is { } left ? narrow?.Invoke(left) : null);
        }
    }

    private static bool IsNever(Citation cite, LawPeriod period) =>
        !cite.Law!.Period.Intersect(period).IsEmpty && LawDays.Common(CitedPlaces.DaysOf(cite), [period]).Count == 0;

    // Sure only where one stretch is left: of several the author says which.
    private static LawPeriod? Narrowed(IReadOnlyList<LawPeriod> days, LawPeriod period) =>
        LawDays.Common(days, [period]) is [var only] ? only : null;

    // The row to look at is that of the largest part whose days do not suffice: a clause has those of its article.
    private static OutlineRow RowOf(Citation cite, LawPeriod period)
    {
        var needed = period.Intersect(cite.Law!.Period);
        var parts = CitedPlaces.Of(cite)!.Reference.Path().Select(part => cite.Law.Outline!.Find(part)!).ToList();
        var shorter = parts.Find(part => !LawDays.Cover(LawDays.Joined(part.Rows.Select(row => row.Written)), needed));
        return (shorter ?? parts[^1]).Rows[0];
    }

    private static void Report(Citation cite, LawPeriod period, DiagnosticBag findings, TextFix? fix)
    {
        var row = RowOf(cite, period);
        findings.Add(DiagnosticBag.Of(
            RulesCodes.ArticleNotInForce,
            cite.Span,
            cite.Text,
            ShortList.Of([.. CitedPlaces.DaysOf(cite).Select(PeriodBinder.Text)]),
            PeriodBinder.Text(period)) with
        {
            Related = [new RelatedPlace(row.Span, cite.Law!.Name + " " + row.Reference)],
            Law = cite.Text,
            Fixes = fix is null ? [] : [fix],
        });
    }
}
