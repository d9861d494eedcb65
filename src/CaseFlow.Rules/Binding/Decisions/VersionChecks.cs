using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Checks the versions of a rule against each other, and its effect against its parents'.</summary>
internal static class VersionChecks
{
    /// <summary>Checks one draft whose versions are bound.</summary>
    public static void Check(RuleDraft draft, ModuleScope module)
    {
        foreach (var row in draft.Rows)
        {
            CheckOrder(row, module.Findings);
            CheckBlockers(draft, row, module.Findings);
        }
    }

    private static void CheckOrder(RowDraft row, DiagnosticBag findings)
    {
        var versions = row.Bound
            .Where(version => !version.Period.IsEmpty)
            .OrderBy(version => version.Period.From)
            .ToList();
        foreach (var (former, latter) in versions.Zip(versions.Skip(1)))
        {
            var common = former.Period.Intersect(latter.Period);
            if (!common.IsEmpty)
            {
                findings.ReportWith(
                    RulesCodes.VersionsOverlap,
                    latter.Span,
                    [new RelatedPlace(former.Span, row.Name)],
                    row.Name,
                    PeriodBinder.Day(common.From),
                    common.Before is { } end ? PeriodBinder.Day(end.AddDays(-1)) : "-");
            }
            else if (former.Period.Before is { } before && before < latter.Period.From)
            {
                findings.ReportWith(
                    RulesCodes.VersionGap,
                    latter.Span,
                    [new RelatedPlace(former.Span, row.Name)],
                    row.Name,
                    PeriodBinder.Day(before),
                    PeriodBinder.Day(latter.Period.From.AddDays(-1)));
            }
        }
    }

    private static void CheckBlockers(RuleDraft draft, RowDraft row, DiagnosticBag findings)
    {
        if (draft.Parents.Count == 0 && row.Bound.FirstOrDefault(version => version.IsBlocker) is { } blocker)
        {
            findings.Report(RulesCodes.BlockerWithoutParent, blocker.Span, row.Name);
        }

        foreach (var parent in draft.Found)
        {
            var blocked = parent.Rows.SelectMany(parentRow => parentRow.Bound)
                .Where(version => version.IsBlocker)
                .FirstOrDefault(version => row.Bound.Any(own => !own.IsBlocker && Meet(own.Period, version.Period)));
            if (blocked is not null)
            {
                findings.ReportWith(
                    RulesCodes.ExceptionOnBlocker,
                    row.Span,
                    [new RelatedPlace(parent.Name.Span, parent.Name.Text)],
                    row.Name,
                    parent.Name.Text);
            }
        }
    }

    private static bool Meet(LawPeriod left, LawPeriod right) => !left.Intersect(right).IsEmpty;
}
