using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Comparison;

/// <summary>One case as one of the two packs sees it.</summary>
internal sealed class CaseOnSide
{
    private readonly PackSide _side;
    private readonly CaseEvaluation _evaluation;
    private readonly Dictionary<string, DecisionAnswer?> _answers = new(StringComparer.Ordinal);

    /// <summary>Begins to evaluate the case.</summary>
    public CaseOnSide(PackSide side, CaseFacts facts, CaseToCompare asked)
    {
        _side = side;
        _evaluation = side.Pack.Evaluate(
            facts, new EvaluationContext(asked.Today) { Parameters = side.Parameters, Case = asked.Case });
    }

    /// <summary>The pack.</summary>
    public CompiledPack Pack => _side.Pack;

    /// <summary>The answer of a decision; null where the pack has none of that name.</summary>
    public DecisionAnswer? Answer(string decision)
    {
        if (!_answers.TryGetValue(decision, out var answer))
        {
            answer = Pack.DecisionNamed(decision) is { } symbol ? Decide(symbol) : null;
            _answers.Add(decision, answer);
        }

        return answer;
    }

    /// <summary>
    /// How each rule that plays a part in a decision stands there; null where the decision met a fault.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Standing(string decision)
    {
        if (Answer(decision)?.Outcome is not { } outcome)
        {
            return null;
        }

        var standing = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var trace = _evaluation.Explain(outcome.Decision);
            foreach (var rule in trace.Defeated)
            {
                standing[rule.Rule] = "defeated";
                standing.TryAdd(rule.By, "defeats");
            }

            foreach (var rule in trace.Open)
            {
                standing[rule.Rule] = "open";
            }
        }
        catch (EvaluationFaultException)
        {
            return null;
        }

        foreach (var rule in outcome.Rules)
        {
            standing[rule.Name] = "active";
        }

        return standing;
    }

    /// <summary>
    /// The version of a rule in force on the day that governs a decision; all of them where it is unknown.
    /// </summary>
    public IEnumerable<BoundVersion> InForce(BoundRule? rule, DateOnly? day) =>
        rule is null ? [] : rule.Versions.Where(version => day is not { } known || version.Period.Contains(known));

    /// <summary>The value of a parameter on a day; null where it has none yet.</summary>
    public Value? ValueOf(ParameterSymbol parameter, DateOnly? day)
    {
        try
        {
            return (_side.Parameters ?? ParameterSet.Declared).On(parameter, day);
        }
        catch (EvaluationFaultException)
        {
            return null;
        }
    }

    private DecisionAnswer Decide(DecisionSymbol decision)
    {
        try
        {
            return new DecisionAnswer(_evaluation.Decide(decision), null);
        }
        catch (EvaluationFaultException fault)
        {
            return new DecisionAnswer(null, fault);
        }
    }
}
