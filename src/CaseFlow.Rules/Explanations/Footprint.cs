using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Explanations;

/// <summary>
/// What an explanation rests on: the expressions that speak for the result, and through their definitions and upstream
/// decisions everything that those read. What an evaluation reads besides (rules that prove not to matter) stays out.
/// </summary>
internal sealed class Footprint
{
    private readonly CaseEvaluation _evaluation;
    private readonly TraceDepth _depth;
    private readonly HashSet<BoundExpression> _expressions = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ParameterSymbol> _parameters = [];
    private readonly List<DefinitionSymbol> _definitions = [];
    private readonly List<FieldSymbol> _facts = [];
    private readonly List<DecisionAccount> _upstream = [];
    private readonly HashSet<DecisionSymbol> _seen = [];

    private Footprint(CaseEvaluation evaluation, TraceDepth depth) => (_evaluation, _depth) = (evaluation, depth);

    /// <summary>What was read on the way; everything that counted, in the order it was read.</summary>
    public Observations Observed { get; } = new();

    /// <summary>The upstream decisions, each after those that it reads.</summary>
    public IReadOnlyList<DecisionAccount> Upstream => _upstream;

    /// <summary>The facts, in the order they are read.</summary>
    public IReadOnlyList<FieldSymbol> Facts => _facts;

    /// <summary>The definitions, in the order they are read.</summary>
    public IReadOnlyList<DefinitionSymbol> Definitions => _definitions;

    /// <summary>Gathers the footprint of a decision.</summary>
    public static Footprint Of(DecisionAccount account, TraceDepth depth)
    {
        var footprint = new Footprint(account.Evaluation, depth);
        footprint._seen.Add(account.Decision.Symbol);
        footprint.Add(account);
        footprint.Observe(account);
        return footprint;
    }

    /// <summary>Whether an expression is a part of what the explanation rests on.</summary>
    public bool Holds(BoundExpression expression) => _expressions.Contains(expression);

    /// <summary>Whether a parameter is.</summary>
    public bool Holds(ParameterSymbol parameter) => _parameters.Contains(parameter);

    /// <summary>Whether a definition is.</summary>
    public bool Holds(DefinitionSymbol definition) => _definitions.Contains(definition);

    private void Add(DecisionAccount account)
    {
        foreach (var root in RootsOf(account))
        {
            Gather(root);
        }
    }

    private IEnumerable<BoundExpression> RootsOf(DecisionAccount account)
    {
        var decision = account.Decision;
        var frame = decision.Transitions.Select(transition => transition.When)
            .Concat(decision.Transitions
                .Where(transition => transition == account.Day.Transition)
                .Select(transition => transition.LawDate))
            .Prepend(decision.GoverningDate)
            .Concat(decision.Applies is { } applies ? [applies] : []);
        return frame.Concat(_depth == TraceDepth.Full ? AllRules(account) : ActiveRules(account));
    }

    // Where no rule is active, the reader asks for those that are nearest: their conditions are told with the misses,
    // and what is still open counts.
    private static IEnumerable<BoundExpression> ActiveRules(DecisionAccount account) =>
        account.Outcome.Rules.SelectMany(active => account.ValuesOf(active).Concat(
            account.PlaceOf(active) is { } place
                ? account.ConditionsOf(account.Rules[place]).Select(stated => stated.Condition)
                : []));

    private static IEnumerable<BoundExpression> AllRules(DecisionAccount account)
    {
        var clamp = account.Decision.Clamp;
        return account.Rules.Select(rule => rule.Version)
            .OfType<Binding.Decisions.BoundVersion>()
            .SelectMany(version => version.Values.Concat(version.When is { } when ? [when] : []))
            .Concat(account.Decision.Otherwise?.Values ?? [])
            .Concat(clamp is null ? [] : [clamp.Low, clamp.High]);
    }

    private void Gather(BoundExpression expression)
    {
        _expressions.Add(expression);
        switch (expression)
        {
            case FactExpression fact when !_facts.Contains(fact.Fact):
                _facts.Add(fact.Fact);
                break;
            case ParameterExpression parameter:
                _parameters.Add(parameter.Parameter);
                break;
            case DefinitionExpression definition when !_definitions.Contains(definition.Definition):
                _definitions.Add(definition.Definition);
                Gather(definition.Definition.Value);
                break;
            case OutputExpression output when _seen.Add(output.Decision):
                var upstream = new DecisionAccount(_evaluation, output.Decision);
                Add(upstream);
                _upstream.Add(upstream);
                break;
            default:
                foreach (var part in ExpressionParts.Of(expression))
                {
                    Gather(part);
                }

                break;
        }
    }

    // Read anew by an evaluation that remembers nothing yet, so that dates behind definitions are counted again and
    // seen.
    private void Observe(DecisionAccount account)
    {
        var watched = _evaluation.Watched(Observed);
        foreach (var each in _upstream.Append(account))
        {
            foreach (var root in RootsOf(each))
            {
                Read(watched, root, each.Scope);
            }
        }
    }

    private static void Read(CaseEvaluation watched, BoundExpression root, Scope scope)
    {
        try
        {
            _ = watched.Evaluate(root, scope);
        }
        catch (EvaluationFaultException)
        {
            // What was read before the fault was observed; a rule that takes no part may well have no answer.
            return;
        }
    }
}
