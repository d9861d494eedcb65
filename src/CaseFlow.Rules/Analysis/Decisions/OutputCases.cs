using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Decisions;

/// <summary>
/// What an output of a decision comes to, case by case, as another decision reads it: missing where the decision is not
/// for the case, nothing where it is a gap or a conflict.
/// </summary>
internal static class OutputCases
{
    // Totals of a sum are worked out one by one up to this many.
    private const int MostTotals = 512;

    /// <summary>The parts, or null where the policy makes of the rules what cannot be looked through.</summary>
    public static IReadOnlyList<TermPart>? Of(DecisionCases decision, OutputSymbol output) =>
        decision.Decision.Policy switch
        {
            HitPolicy.Single => Agreed(decision, output),
            HitPolicy.First => InOrder(decision, output, decision.Candidates),
            HitPolicy.Highest or HitPolicy.Lowest => Extreme(decision, output),
            HitPolicy.Sum => Total(decision),
            _ => null,
        };

    // Where two rules of different values are active there is no answer.
    private static IReadOnlyList<TermPart> Agreed(DecisionCases decision, OutputSymbol output)
    {
        var (space, asked) = (decision.Space, Asked(decision));
        var conflicts = new CandidatePairs(decision).Differing()
            .Select(pair => Conflicts.Between(decision, pair.One, pair.Other))
            .ToList();
        var clear = space.Except(asked, space.Any(conflicts));
        var parts = decision.Candidates.SelectMany(candidate =>
            Values(decision, candidate.Version.Values[output.Index], space.And(clear, candidate.Active.Yes)));
        return [.. parts, .. Otherwise(decision, output, asked), NotApplicable(decision)];
    }

    private static IReadOnlyList<TermPart> InOrder(
        DecisionCases decision, OutputSymbol output, IEnumerable<Candidate> order)
    {
        var (space, parts, left) = (decision.Space, new List<TermPart>(), Asked(decision));
        foreach (var candidate in order)
        {
            var cases = space.And(left, candidate.Active.Yes);
            parts.AddRange(Values(decision, candidate.Version.Values[output.Index], cases));
            left = space.And(left, candidate.Active.No);
        }

        return [.. parts, .. Otherwise(decision, output, Asked(decision)), NotApplicable(decision)];
    }

    private static IReadOnlyList<TermPart>? Extreme(DecisionCases decision, OutputSymbol output)
    {
        var values = decision.Candidates.Select(candidate => candidate.Version.Values[output.Index]).ToList();
        if (!values.TrueForAll(value => value is ConstantExpression { Value: not MissingValue }))
        {
            return null;
        }

        var line = new Variable(0, VariableKind.Told, output.Type, new ErrorBoundExpression(output.Span));
        var ranked = decision.Candidates.OrderBy(
            candidate => line.PositionOf(((ConstantExpression)candidate.Version.Values[output.Index]).Value) ?? 0);
        return InOrder(
            decision, output, decision.Decision.Policy == HitPolicy.Highest ? ranked.Reverse() : ranked);
    }

    private static IReadOnlyList<TermPart>? Total(DecisionCases decision)
    {
        var totals = new Dictionary<decimal, int> { [0] = Asked(decision) };
        foreach (var candidate in decision.Candidates)
        {
            if (candidate.Version.Values is not [var amount] || Amounts(decision, amount) is not { } amounts
                || totals.Count > MostTotals)
            {
                return null;
            }

            if (Added(decision.Space, totals, candidate.Active, amounts) is not { } added)
            {
                return null;
            }

            totals = added;
        }

        return [.. totals.Select(total => Clamped(decision, total.Key, total.Value)), NotApplicable(decision)];
    }

    private static List<(int Cases, decimal Amount)>? Amounts(DecisionCases decision, BoundExpression amount)
    {
        var parts = decision.Reader.Parts(amount);
        return parts.All(part => part.Leaf is ConstantLeaf { Value: NumberValue })
            ? [.. parts.Select(part => (part.Cases, ((NumberValue)((ConstantLeaf)part.Leaf).Value).Value))]
            : null;
    }

    // Null where a total is too large: in the cases that come to it there is no answer.
    private static Dictionary<decimal, int>? Added(
        RegionSpace space, Dictionary<decimal, int> totals, Truth active, List<(int Cases, decimal Amount)> amounts)
    {
        var added = new Dictionary<decimal, int>();
        foreach (var (total, cases) in totals)
        {
            Join(space, added, total, space.And(cases, active.No));
            foreach (var (of, amount) in amounts)
            {
                if (ValueArithmetic.Sum(total, amount) is not { } sum)
                {
                    return null;
                }

                Join(space, added, sum, space.And(space.And(cases, active.Yes), of));
            }
        }

        return added;
    }

    private static void Join(RegionSpace space, Dictionary<decimal, int> totals, decimal total, int cases)
    {
        if (cases != RegionSpace.Never)
        {
            totals[total] = space.Or(totals.GetValueOrDefault(total), cases);
        }
    }

    private static TermPart Clamped(DecisionCases decision, decimal total, int cases)
    {
        if (decision.Decision.Clamp is { } clamp
            && clamp.Low is ConstantExpression { Value: NumberValue low }
            && clamp.High is ConstantExpression { Value: NumberValue high })
        {
            total = Math.Min(Math.Max(total, low.Value), high.Value);
        }

        return new TermPart(cases, new ConstantLeaf(new NumberValue(total)));
    }

    private static int Asked(DecisionCases decision) =>
        decision.Space.And(decision.Governing.Recorded, decision.Applies.Yes);

    private static IEnumerable<TermPart> Otherwise(DecisionCases decision, OutputSymbol output, int asked)
    {
        if (decision.Decision.Otherwise is not { } otherwise)
        {
            return [];
        }

        var none = decision.Candidates.Aggregate(
            asked, (cases, candidate) => decision.Space.And(cases, candidate.Active.No));
        return Values(decision, otherwise.Values[output.Index], none);
    }

    private static TermPart NotApplicable(DecisionCases decision) => new(
        decision.Space.Or(decision.Applies.No, decision.Governing.Missing), new ConstantLeaf(MissingValue.Instance));

    private static IEnumerable<TermPart> Values(DecisionCases decision, BoundExpression value, int cases) =>
        cases == RegionSpace.Never
            ? []
            : decision.Reader.Parts(value)
                .Select(part => part with { Cases = decision.Space.And(cases, part.Cases) })
                .Where(part => part.Cases != RegionSpace.Never);
}
