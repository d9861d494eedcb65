using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Checking;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>
/// CF5105, CF5106 and CF5109: parameters that no rule reads (a `check` alone is no use), word lists that no condition
/// looks for, laws that nothing cites. A law that another one names as its amendment is used by that.
/// </summary>
internal static class UnusedDeclarations
{
    /// <summary>Checks a pack.</summary>
    public static void Find(BoundPack pack, FindingList findings)
    {
        var read = PackExpressions.All(pack).SelectMany(ExpressionParts.All).ToList();
        var parameters = read.OfType<ParameterExpression>().Select(expression => expression.Parameter).ToHashSet();
        foreach (var parameter in pack.Parameters.Where(parameter => !parameters.Contains(parameter)))
        {
            findings.Add(RulesCodes.ParameterNeverRead, parameter.Span, parameter.Name);
        }

        var words = read.OfType<MentionsBoundExpression>().Select(mention => mention.Words).ToHashSet();
        foreach (var list in pack.WordLists.Where(list => !words.Contains(list)))
        {
            findings.Add(RulesCodes.WordListNeverUsed, list.Span, list.Name);
        }

        FindLaws(pack, findings);
    }

    private static void FindLaws(BoundPack pack, FindingList findings)
    {
        var cited = PackCitations.All(pack).Select(citation => citation.Law).ToHashSet();
        var amending = pack.Laws.SelectMany(law => law.AmendedBy).ToHashSet(StringComparer.Ordinal);
        foreach (var law in pack.Laws.Where(law => !cited.Contains(law) && !amending.Contains(law.Name)))
        {
            findings.Add(RulesCodes.LawNeverCited, law.Span, law.Name);
        }
    }
}
