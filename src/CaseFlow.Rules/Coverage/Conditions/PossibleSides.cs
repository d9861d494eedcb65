using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Findings;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Analysis.Witnesses;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;

namespace CaseFlow.Rules.Coverage.Conditions;

/// <summary>Finds the cases of a decision that show a side of a part of a condition.</summary>
internal sealed class PossibleSides(AnalysedPack pack, DecisionCases cases, Variables variables)
{
    // Several ways into a set differ in what a search can tell; the first few tell as much as all.
    private const int MostWays = 8;

    private readonly RegionSpace _space = cases.Space;

    /// <summary>The cases that show it, as a set; <see cref="RegionSpace.Never"/>: there are none.</summary>
    public int Of(int rule, BoundVersion version, BoundExpression part, bool holds)
    {
        var truth = cases.Reader.Truth(part);
        var (whenSo, whenNot) = (
            cases.Reader.With(_space, version.When!, part, Truth.Always),
            cases.Reader.With(_space, version.When!, part, Truth.Never));
        var hangs = _space.Or(_space.And(whenSo.Yes, whenNot.No), _space.And(whenSo.No, whenNot.Yes));
        var asked = _space.And(Inherited(rule), cases.Governing.In(version.Period));
        return _space.And(
            _space.And(cases.Asked(), asked), _space.And(holds ? truth.Yes : truth.No, hangs));
    }

    /// <summary>A case of the set as an example; null: none was found that the interpreter agrees to.</summary>
    public string? Example(int set, BoundExpression part, bool holds)
    {
        var search = new WitnessSearch(variables);
        var sketch = _space.WaysIn(set).Take(MostWays)
            .Select(way => search.Find(Box.Of(way), sketch => Shows(sketch, part, holds)))
            .FirstOrDefault(found => found is not null);
        return sketch is null ? null : Text(sketch);
    }

    private int Inherited(int rule)
    {
        var source = cases.Decision.Rules[rule];
        return source.Regardless
            ? RegionSpace.Always
            : source.Parents.Aggregate(
                RegionSpace.Always, (all, parent) => _space.And(all, cases.Rules.Pre(parent).Yes));
    }

    private bool Shows(CaseSketch sketch, BoundExpression part, bool holds)
    {
        try
        {
            var evaluation = pack.Compiled.Evaluate(sketch.Facts, sketch.Context);
            var account = new DecisionAccount(evaluation, cases.Decision.Symbol);
            return account.Outcome.Status is OutcomeStatus.Decided or OutcomeStatus.Conflict or OutcomeStatus.Gap
                && ShownSides.Of(account).Any(side => ReferenceEquals(side.Part, part) && side.Holds == holds);
        }
        catch (EvaluationFaultException)
        {
            return false;
        }
    }

    private string Text(CaseSketch sketch)
    {
        var decision = cases.Decision.Symbol;
        return pack.Decide(decision, sketch)!.Status == OutcomeStatus.Gap
            ? ExampleText.OfGap(pack.WordsAt(decision.Span), decision, sketch)
            : pack.Shown(decision, sketch).Example;
    }
}
