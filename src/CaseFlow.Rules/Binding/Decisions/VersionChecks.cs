using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Checks the versions of a rule against each other, and its effect against its parents'.</summary>
internal static class VersionChecks
{
    /// <summary>Checks one draft whose versions are bound.</summary>
    public static void Check(RuleDraft draft, ModuleScope module)
    {
        foreach (var row in draft.Rows)
        {
            CheckOrder(row, module);
            CheckBlockers(draft, row, module.Findings);
        }
    }

    private static void CheckOrder(RowDraft row, ModuleScope module)
    {
        if (row.Versions.Count < 2)
        {
            return;
        }

        var versions = row.Versions
            .Where(version => !version.Period.IsEmpty)
            .OrderBy(version => version.Period.From)
            .ToList();
        foreach (var (former, latter) in versions.Zip(versions.Skip(1)))
        {
            var common = former.Period.Intersect(latter.Period);
            if (!common.IsEmpty)
            {
                var last = common.Before is { } end ? PeriodBinder.Day(end.AddDays(-1)) : "-";
                var between = (Code: RulesCodes.VersionsOverlap, First: PeriodBinder.Day(common.From), Last: last);
                module.Findings.Add(Finding(between, row, former, latter, module));
            }
            else if (former.Period.Before is { } before && before < latter.Period.From)
            {
                var last = PeriodBinder.Day(latter.Period.From.AddDays(-1));
                var between = (Code: RulesCodes.VersionGap, First: PeriodBinder.Day(before), Last: last);
                module.Findings.Add(Finding(between, row, former, latter, module));
            }
        }
    }

    // The former version ends where the latter begins; a former without a written period ends with its law.
    private static Diagnostic Finding(
        (string Code, string First, string Last) between,
        RowDraft row,
        VersionDraft former,
        VersionDraft latter,
        ModuleScope module) =>
        DiagnosticBag.Of(between.Code, latter.Span, row.Name, between.First, between.Last) with
        {
            Related = [new RelatedPlace(former.Span, row.Name)],
            Law = LawText.Of(former.Cites.Concat(latter.Cites)),
            Fixes = former.Written is { } written && former.Period.From < latter.Period.From
                ? [PeriodFixes.EndingBefore(written, latter.Period.From, module)]
                : [],
        };

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
                findings.Add(DiagnosticBag.Of(
                    RulesCodes.ExceptionOnBlocker, row.Span, row.Name, parent.Name.Text) with
                {
                    Related = [new RelatedPlace(parent.Name.Span, parent.Name.Text)],
                    Fixes = AttachHigher(draft, parent),
                    Law = LawText.Of(row.Versions.Concat(parent.Rows.SelectMany(other => other.Versions))
                        .SelectMany(version => version.Cites)),
                });
            }
        }
    }

    // To what the blocker blocks, where that is one rule.
    private static IReadOnlyList<TextFix> AttachHigher(RuleDraft draft, RuleDraft blocker) => blocker.Parents.Count == 1
        ? [
            .. draft.Parents.Where(name => IdentifierFolding.Comparer.Equals(name.Text, blocker.Name.Text))
                .Select(name => Fixing.Replace(name.Span, blocker.Parents[0].Text)),
        ]
        : [];

    private static bool Meet(LawPeriod left, LawPeriod right) => !left.Intersect(right).IsEmpty;
}
