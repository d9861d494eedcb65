using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis.Decisions;

/// <summary>Reads decisions into one space; what one reads of another is looked through.</summary>
internal sealed class DecisionReader
{
    private readonly RegionSpace _space;
    private readonly IReadOnlyDictionary<DecisionSymbol, BoundDecision> _decisions;
    private readonly Dictionary<DecisionSymbol, DecisionCases> _read = [];
    private readonly Dictionary<(DecisionSymbol, OutputSymbol), IReadOnlyList<TermPart>> _outputs = [];

    /// <summary>A reader of decisions.</summary>
    /// <param name="decisions">All decisions of the pack.</param>
    /// <param name="budget">What may be looked at.</param>
    public DecisionReader(IReadOnlyDictionary<DecisionSymbol, BoundDecision> decisions, RegionBudget budget)
    {
        _space = new RegionSpace(budget);
        Variables = new Variables(_space);
        _decisions = decisions;
    }

    /// <summary>The space that decisions are read into.</summary>
    public RegionSpace Space => _space;

    /// <summary>The variables of the space.</summary>
    public Variables Variables { get; }

    /// <summary>A decision as sets of cases.</summary>
    public DecisionCases Read(BoundDecision decision)
    {
        if (!_read.TryGetValue(decision.Symbol, out var cases))
        {
            cases = new DecisionCases(decision, _space, Variables, Output);
            _read.Add(decision.Symbol, cases);
        }

        return cases;
    }

    /// <summary>A reader of conditions that are asked by the law of the day of the call, and that day.</summary>
    public (ConditionReader Reader, GoverningCases Day) OnTheDay(SourceSpan span)
    {
        var day = new GoverningCases(
            _space, new ConditionReader(_space, Variables, Output), new TodayBoundExpression(span), []);
        return (new ConditionReader(_space, Variables, Output) { Governing = day }, day);
    }

    private IReadOnlyList<TermPart> Output(OutputExpression output)
    {
        var key = (output.Decision, output.Output);
        if (!_outputs.TryGetValue(key, out var parts))
        {
            parts = _decisions.TryGetValue(output.Decision, out var decision)
                && OutputCases.Of(Read(decision), output.Output) is { } known
                    ? known
                    : [Free(output)];
            _outputs.Add(key, parts);
        }

        return parts;
    }

    private TermPart Free(OutputExpression output) => new(RegionSpace.Always, new VariableLeaf(Variables.Of(
        ExpressionKey.Of(output),
        level => new Variable(level, VariableKind.Free, output.Output.Type.AsOptional(), output))));
}
