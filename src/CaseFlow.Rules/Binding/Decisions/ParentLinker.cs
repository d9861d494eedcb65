using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Finds the parents of exceptions by name, and circles among them.</summary>
internal static class ParentLinker
{
    /// <summary>Links the drafts of a decision and gives them back, each after its parents.</summary>
    public static IReadOnlyList<RuleDraft> Link(IReadOnlyList<RuleDraft> drafts, ModuleScope module)
    {
        var byName = Index(drafts, module);
        foreach (var draft in drafts)
        {
            draft.Found = draft.Parents.Count == 0 ? [] : Found(draft, byName, module);
        }

        var (order, circles) = Circles<RuleDraft>.Search(drafts, draft => draft.Found);
        foreach (var circle in circles)
        {
            Report(circle, module.Findings);
        }

        if (circles.Count == 0)
        {
            return order;
        }

        foreach (var draft in drafts)
        {
            draft.Found = [];
        }

        return drafts;
    }

    private static IReadOnlyList<RuleDraft> Found(
        RuleDraft draft, Dictionary<string, RuleDraft> byName, ModuleScope module) =>
        [
            .. draft.Parents.Select(parent => Find(draft, parent, byName, module))
                .OfType<RuleDraft>()
                .Distinct(),
        ];

    private static Dictionary<string, RuleDraft> Index(IReadOnlyList<RuleDraft> drafts, ModuleScope module)
    {
        var byName = new Dictionary<string, RuleDraft>(drafts.Count, IdentifierFolding.Comparer);
        foreach (var draft in drafts)
        {
            if (!byName.TryAdd(draft.Name.Text, draft))
            {
                module.Findings.ReportWith(
                    RulesCodes.DuplicateName,
                    draft.Name.Span,
                    [new RelatedPlace(byName[draft.Name.Text].Name.Span, draft.Name.Text)],
                    draft.Name.Text);
            }
        }

        return byName;
    }

    private static RuleDraft? Find(
        RuleDraft draft, Name parent, Dictionary<string, RuleDraft> byName, ModuleScope module)
    {
        if (byName.TryGetValue(parent.Text, out var found))
        {
            return found;
        }

        var guess = Suggestions.Nearest(parent.Text, module.Names.Guessing(byName.Values.Select(known => known.Name)));
        module.Findings.ReportNear(RulesCodes.UnknownParent, parent.Span, guess, draft.Name.Text, parent.Text);
        return null;
    }

    private static void Report(IReadOnlyList<RuleDraft> circle, DiagnosticBag findings)
    {
        var path = ShortList.Circle([.. circle.Select(draft => draft.Name.Text)]);
        findings.ReportWith(
            RulesCodes.ExceptionCycle,
            circle[0].Name.Span,
            [.. circle.Skip(1).Select(draft => new RelatedPlace(draft.Name.Span, draft.Name.Text))],
            path);
    }
}
