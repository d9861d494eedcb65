using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3104: an exception whose own condition and one that it inherits cannot both hold. Told only of plain demands on
/// one value, in versions that are in force together.
/// </summary>
/// <param name="textOf">The text of a place.</param>
/// <param name="written">The exceptions as written.</param>
/// <param name="findings">Takes the findings.</param>
internal sealed class ImpossibleExceptions(
    Func<SourceSpan, string> textOf, WrittenRules written, Binding.DiagnosticBag findings)
{
    private readonly Dictionary<BoundExpression, IReadOnlyList<Atom>> _atoms =
        new(ReferenceEqualityComparer.Instance);

    /// <summary>Checks one decision.</summary>
    public void Check(BoundDecision decision)
    {
        // Copies of an exception to several tables cross all rows, most of which exclude each other: no fault of the
        // author.
        var singles = decision.Rules
            .Where(rule => rule.Parents.Count > 0 && !rule.Regardless)
            .GroupBy(rule => rule.Span)
            .Where(group => group.Count() == 1)
            .Select(group => group.First());
        foreach (var rule in singles)
        {
            if (Clash(rule, decision) is { } clash)
            {
                findings.Add(Binding.DiagnosticBag.Of(
                    RulesCodes.ImpossibleException,
                    rule.Span,
                    rule.Name,
                    textOf(clash.Own.Span),
                    textOf(clash.Inherited.Span)) with
                {
                    Related =
                    [
                        new RelatedPlace(clash.Own.Span, rule.Name), new RelatedPlace(clash.Inherited.Span, clash.From),
                    ],
                    Law = LawText.Of(rule.Versions.SelectMany(version => version.Cites)),
                    Fixes = Regardless(rule),
                });
            }
        }
    }

    private IReadOnlyList<TextFix> Regardless(BoundRule rule) => written.At(rule.Span) is var (syntax, module)
        ? [Fixing.After(syntax.Parents[^1].Span, " " + module.Phrase(Keyword.Regardless))]
        : [];

    private (BoundExpression Own, BoundExpression Inherited, string From)? Clash(
        BoundRule rule, BoundDecision decision)
    {
        if (rule.Versions is not [{ When: { } own } version])
        {
            return null;
        }

        var demands = AtomsOf(own);
        foreach (var parent in Ancestors(rule, decision))
        {
            if (Inherited(parent, version.Period) is { } inherited
                && Atoms.Clash(demands, AtomsOf(inherited)) is not null)
            {
                return (own, inherited, parent.Name);
            }
        }

        return null;
    }

    private IReadOnlyList<Atom> AtomsOf(BoundExpression condition)
    {
        if (!_atoms.TryGetValue(condition, out var atoms))
        {
            atoms = [.. Atoms.Of(condition)];
            _atoms.Add(condition, atoms);
        }

        return atoms;
    }

    private static BoundExpression? Inherited(BoundRule parent, LawPeriod period)
    {
        var versions = parent.Versions.Where(version => !version.Period.Intersect(period).IsEmpty).ToList();
        return versions is [var only] ? only.When : null;
    }

    // Each once and without recursion: an exception may have several parents, and a chain of them may be long.
    private static IEnumerable<BoundRule> Ancestors(BoundRule rule, BoundDecision decision)
    {
        var seen = new HashSet<int>();
        var open = new Queue<int>(rule.Parents);
        while (open.TryDequeue(out var index))
        {
            if (!seen.Add(index))
            {
                continue;
            }

            var ancestor = decision.Rules[index];
            yield return ancestor;
            foreach (var parent in ancestor.Regardless ? [] : ancestor.Parents)
            {
                open.Enqueue(parent);
            }
        }
    }
}
