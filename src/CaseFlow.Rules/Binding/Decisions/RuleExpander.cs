using System.Globalization;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>
/// Lays drafts out as rules with the indices of their parents. An exception to a table is an exception to each of its
/// rows: its case is that of the row that holds, and rows do not hold together, so there is one copy of it a row.
/// </summary>
internal sealed class RuleExpander
{
    /// <summary>
    /// The most rules of one decision. One that needs more is surely a mistake: two tables as parents multiply.
    /// </summary>
    public const int MostRules = 4096;

    private readonly Dictionary<RuleDraft, IReadOnlyList<Copy>> _copies = new(ReferenceEqualityComparer.Instance);
    private int _count;

    private RuleExpander()
    {
    }

    /// <summary>The rules in source order.</summary>
    /// <param name="drafts">The drafts in source order.</param>
    /// <param name="order">The same, each after its parents.</param>
    /// <param name="module">The module.</param>
    public static IReadOnlyList<BoundRule> Expand(
        IReadOnlyList<RuleDraft> drafts, IReadOnlyList<RuleDraft> order, ModuleScope module)
    {
        var expander = new RuleExpander();
        foreach (var draft in order)
        {
            expander._copies[draft] = expander.CopiesOf(draft, module);
        }

        var copies = drafts.SelectMany(draft => expander._copies[draft]).ToList();
        for (var index = 0; index < copies.Count; index++)
        {
            copies[index].Index = index;
        }

        return [.. copies.Select(Rule)];
    }

    private static BoundRule Rule(Copy copy) => new(
        copy.Row.Name,
        [.. copy.Parents.Select(parent => parent.Index)],
        copy.Draft.Regardless,
        copy.Row.Bound,
        copy.Row.Span)
    {
        Note = copy.Row.Note,
        End = copy.Draft.End,
    };

    private IReadOnlyList<Copy> CopiesOf(RuleDraft draft, ModuleScope module)
    {
        var combinations = ParentsOf(draft);
        _count += combinations.Count * draft.Rows.Count;
        if (_count > MostRules)
        {
            module.Findings.ReportWith(
                RulesCodes.WorkOverBudget,
                draft.Name.Span,
                [.. draft.Found.Select(parent => new RelatedPlace(parent.Name.Span, parent.Name.Text))],
                ShortList.Of([.. draft.Parents.Select(parent => parent.Text)], " × "),
                MostRules.ToString(CultureInfo.InvariantCulture));
            combinations = [[]];
            _count = 0;
        }

        return [.. draft.Rows.SelectMany(row => combinations.Select(parents => new Copy(draft, row, parents)))];
    }

    // Regardless of the parents' conditions one copy stands against all of their rows.
    private List<IReadOnlyList<Copy>> ParentsOf(RuleDraft draft)
    {
        if (draft.Regardless)
        {
            return [[.. draft.Found.SelectMany(parent => _copies[parent])]];
        }

        List<IReadOnlyList<Copy>> combinations = [[]];
        foreach (var parent in draft.Found)
        {
            var copies = _copies[parent];
            if ((long)combinations.Count * copies.Count > MostRules)
            {
                _count = MostRules;
                return [[], []];
            }

            combinations =
            [
                .. combinations.SelectMany(_ => copies, (head, copy) => (IReadOnlyList<Copy>)[.. head, copy]),
            ];
        }

        return combinations;
    }

    private sealed class Copy(RuleDraft draft, RowDraft row, IReadOnlyList<Copy> parents)
    {
        public RuleDraft Draft { get; } = draft;

        public RowDraft Row { get; } = row;

        public IReadOnlyList<Copy> Parents { get; } = parents;

        public int Index { get; set; }
    }
}
