using System.Globalization;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Outlines;

/// <summary>Puts the rows of an outline together, and says where they do not fit each other or the law.</summary>
/// <param name="law">The law.</param>
/// <param name="findings">Takes the findings.</param>
internal sealed class OutlineBuilder(LawSymbol law, DiagnosticBag findings)
{
    /// <summary>
    /// Rows of one place; no article was ever worded anew so often, and comparing them would take long.
    /// </summary>
    public const int MaxRowsOfOnePlace = 100;

    /// <summary>The outline, or null where something is wrong with it.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="rows">Its rows in order of the file.</param>
    public LawOutline? Build(string file, IReadOnlyList<OutlineRow> rows)
    {
        List<OutlineItem> items =
        [
            .. rows.GroupBy(row => row.Reference)
                .Select(place => new OutlineItem(place.Key, [.. place.OrderBy(row => row.Written.From)])),
        ];
        if (items.Count(item => !AreFew(item.Rows)) > 0)
        {
            return null;
        }

        var isWhole = items.Count(item => !AreApart(item.Rows)) == 0;
        var known = items.ToDictionary(item => item.Reference);
        foreach (var item in items)
        {
            isWhole &= HasPlace(item, known) && item.Rows.Count(row => !LiesInside(row, known)) == 0;
        }

        return isWhole ? new LawOutline(file, items) : null;
    }

    private bool AreFew(IReadOnlyList<OutlineRow> rows)
    {
        if (rows.Count <= MaxRowsOfOnePlace)
        {
            return true;
        }

        findings.Report(
            RulesCodes.OutlineTooLong,
            rows[MaxRowsOfOnePlace].Span,
            rows[0].Reference.ToString(),
            MaxRowsOfOnePlace.ToString(CultureInfo.InvariantCulture));
        return false;
    }

    private bool AreApart(IReadOnlyList<OutlineRow> rows)
    {
        var apart = true;
        for (var place = 1; place < rows.Count; place++)
        {
            var (former, row) = (rows[place - 1], rows[place]);
            var both = former.Written.Intersect(row.Written);
            if (!both.IsEmpty)
            {
                apart = false;
                var (first, second) = former.Span.Start < row.Span.Start ? (former, row) : (row, former);
                findings.ReportWith(
                    RulesCodes.OutlineRowTwice,
                    second.Span,
                    [new RelatedPlace(first.Span, first.Reference.ToString())],
                    row.Reference.ToString(),
                    PeriodBinder.Text(both));
            }
        }

        return apart;
    }

    private bool HasPlace(OutlineItem item, Dictionary<LawReference, OutlineItem> known)
    {
        var parent = item.Reference.Parent;
        if (parent.IsWhole || known.ContainsKey(parent))
        {
            return true;
        }

        findings.Report(
            RulesCodes.OutlineRowWithoutPlace, item.Rows[0].Span, item.Reference.ToString(), parent.ToString());
        return false;
    }

    // A day that is written must lie in the days of what is around: the article of a clause, the law of an article.
    private bool LiesInside(OutlineRow row, Dictionary<LawReference, OutlineItem> known)
    {
        var around = known.GetValueOrDefault(row.Reference.Parent);
        LawPeriod[] outer = around is null ? [law.Period] : [.. around.Rows.Select(other => other.Written)];
        var isInside = (row.Written.From == DateOnly.MinValue || outer.Any(days => days.Contains(row.Written.From)))
            && (row.Written.Before is not { } before || outer.Any(days => days.Contains(before.AddDays(-1))));
        if (!isInside)
        {
            var place = around?.Rows[0].Span ?? law.Span;
            findings.ReportWith(
                RulesCodes.OutlineDaysOutside,
                row.Span,
                [new RelatedPlace(place, around?.Reference.ToString() ?? law.Name)],
                row.Reference.ToString(),
                PeriodBinder.Text(row.Written),
                ShortList.Of([.. outer.Select(PeriodBinder.Text)]));
        }

        return isInside;
    }
}
