using System.Globalization;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Citations;

/// <summary>
/// Tells when an item is in force: as written, or while all of the laws that it cites are. A written period must be
/// covered by the laws cited; one of several is enough on any day, since a decree may speak of an article that it has
/// itself brought in.
/// </summary>
internal static class PeriodBinder
{
    /// <summary>A period as written.</summary>
    public static LawPeriod Written(PeriodSyntax period, DiagnosticBag findings)
    {
        var bound = new LawPeriod(period.From, End(period));
        if (bound.IsEmpty)
        {
            findings.Add(DiagnosticBag.Of(
                RulesCodes.PeriodIsEmpty, period.Span, Day(period.From), Day(period.End!.Value)) with
            {
                Fixes = period.From > period.End
                    ? [PeriodFixes.Swapped((period.From, period.FromSpan), (period.End.Value, period.EndSpan))]
                    : [],
            });
        }

        return bound;
    }

    /// <summary>The period of an item.</summary>
    /// <param name="period">As written, or null.</param>
    /// <param name="cites">What the item cites.</param>
    /// <param name="item">The item's name.</param>
    /// <param name="span">Where the item stands.</param>
    /// <param name="module">The module that the item stands in.</param>
    /// <param name="outer">When what the item is a part of is in force; null where it stands by itself.</param>
    public static LawPeriod Of(
        PeriodSyntax? period,
        IReadOnlyList<Citation> cites,
        string item,
        SourceSpan span,
        ModuleScope module,
        LawPeriod? outer = null)
    {
        if (period is null)
        {
            return OfLaws(cites, item, span, module.Findings, outer);
        }

        var written = Written(period, module.Findings);
        CheckInForce(written, cites, module.Findings, days => PeriodFixes.Within(period, days, module));
        return written;
    }

    /// <summary>While all of the laws cited are in force.</summary>
    public static LawPeriod OfLaws(
        IReadOnlyList<Citation> cites,
        string item,
        SourceSpan span,
        DiagnosticBag findings,
        LawPeriod? outer = null)
    {
        var laws = cites.Select(cite => cite.Law).OfType<LawSymbol>().Distinct().ToList();
        var common = laws.Aggregate(LawPeriod.Always, (period, law) => period.Intersect(law.Period));
        if (common.IsEmpty)
        {
            findings.Add(DiagnosticBag.Of(
                RulesCodes.NoPeriod, span, item, ShortList.Of([.. laws.Select(law => law.Name)])) with
            {
                Related = [.. laws.Select(law => new RelatedPlace(law.Span, law.Name))],
                Law = LawText.Of(cites.Where(cite => cite.Law is not null)),
            });
        }

        PlacesInForce.Check(common.Intersect(outer ?? LawPeriod.Always), cites, findings);
        return common;
    }

    /// <summary>Reports laws cited, and articles of them, that are not in force in a written period.</summary>
    /// <param name="written">The period.</param>
    /// <param name="cites">What is cited.</param>
    /// <param name="findings">Takes the findings.</param>
    /// <param name="narrow">Narrows the text to the days of what is cited; null where it cannot be.</param>
    public static void CheckInForce(
        LawPeriod written,
        IReadOnlyList<Citation> cites,
        DiagnosticBag findings,
        Func<LawPeriod, TextFix?>? narrow = null)
    {
        if (written.IsEmpty)
        {
            return;
        }

        var laws = cites.Where(cite => cite.Law is not null).ToList();
        var never = laws.Where(cite => cite.Law!.Period.Intersect(written).IsEmpty).ToList();
        foreach (var cite in never)
        {
            ReportNotInForce(cite, written, findings, fix: null);
        }

        var hasGap = laws.Count > 0 && laws.Count == cites.Count && never.Count == 0 && !CoversEnds(laws, written);
        if (hasGap)
        {
            ReportNotInForce(laws[0], written, findings, narrow?.Invoke(Span(laws)));
        }

        PlacesInForce.Check(written, cites, findings, narrow);
    }

    /// <summary>A day as the language writes it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A period as the language writes it.</summary>
    public static string Text(LawPeriod period) => (period.From, period.Before) switch
    {
        var (from, before) when from == DateOnly.MinValue && before is null => "…",
        var (from, before) when before is null => Day(from) + " …",
        var (from, before) when from == DateOnly.MinValue => "… < " + Day(before!.Value),
        var (from, before) => Day(from) + " … < " + Day(before!.Value),
    };

    private static bool CoversEnds(List<Citation> laws, LawPeriod written)
    {
        var coversStart = laws.Exists(cite => cite.Law!.Period.Contains(written.From));
        var coversEnd = written.Before is { } before
            ? laws.Exists(cite => cite.Law!.Period.Contains(before.AddDays(-1)))
            : laws.Exists(cite => cite.Law!.Period.Before is null);
        return coversStart && coversEnd;
    }

    // From the first day of any of them to the last.
    private static LawPeriod Span(List<Citation> laws) => new(
        laws.Min(cite => cite.Law!.Period.From),
        laws.Exists(cite => cite.Law!.Period.Before is null) ? null : laws.Max(cite => cite.Law!.Period.Before));

    private static void ReportNotInForce(Citation cite, LawPeriod written, DiagnosticBag findings, TextFix? fix) =>
        findings.Add(DiagnosticBag.Of(
            RulesCodes.LawNotInForce, cite.Span, cite.Law!.Title, Text(cite.Law.Period), Text(written)) with
        {
            Related = [new RelatedPlace(cite.Law.Span, cite.Law.Name)],
            Law = cite.Text,
            Fixes = fix is null ? [] : [fix],
        });

    // `through` the last day there is means: without end.
    private static DateOnly? End(PeriodSyntax period) => period.End switch
    {
        null => null,
        { } end when !period.EndInclusive => end,
        { } end when end == DateOnly.MaxValue => null,
        { } end => end.AddDays(1),
    };
}
