using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Explanations;

/// <summary>Computes a decision once more and tells what it went by.</summary>
internal sealed class TraceBuilder
{
    private readonly DecisionAccount _account;
    private readonly TraceDepth _depth;
    private readonly RuleAccounts _rules;
    private readonly FootprintReadings _readings;
    private readonly Footprint _footprint;

    private TraceBuilder(CaseEvaluation evaluation, DecisionSymbol decision, TraceDepth depth)
    {
        _account = new DecisionAccount(evaluation, decision);
        _depth = depth;
        _rules = new RuleAccounts(_account);
        _footprint = Footprint.Of(_account, depth);
        _readings = new FootprintReadings(_footprint, evaluation);
    }

    /// <summary>The trace of a decision.</summary>
    public static DecisionTrace Of(CaseEvaluation evaluation, DecisionSymbol decision, TraceDepth depth) =>
        new TraceBuilder(evaluation, decision, depth).Build();

    private DecisionTrace Build()
    {
        var evaluation = _account.Evaluation;
        var manifest = evaluation.Pack.Pack.Manifest;
        var isFull = _depth == TraceDepth.Full;
        return new DecisionTrace(_account)
        {
            Depth = _depth,
            Pack = manifest.Name + "@" + manifest.Version,
            PackHash = evaluation.Pack.Pack.Hash,
            ParamsHash = (evaluation.Context.Parameters ?? ParameterSet.Declared).HashFor(evaluation.Pack.Pack),
            FactsHash = Explanations.FactsHash.Of(evaluation.Facts),
            Today = evaluation.Context.Today,
            Outcome = _account.Outcome,
            GoverningDateFrom = FromOf(_account),
            Because = _rules.Because(),
            Defeated = _rules.Defeated(),
            PassedOver = _rules.PassedOver(),
            NotLive = [.. _rules.NotLive().Take(isFull ? int.MaxValue : TraceLimits.NearestMisses)],
            Open = _account.Outcome.Status == OutcomeStatus.Undecided ? _rules.Open() : [],
            Total = TotalOf(_account),
            Rules = isFull ? _rules.All() : [],
            Upstream = [.. _footprint.Upstream.Select(Upstream)],
            Parameters = _readings.Parameters(),
            Definitions = _readings.Definitions(),
            DateSteps = _readings.Dates(),
            TextHits = _readings.Texts(),
            Facts = isFull ? _readings.Facts() : [],
            Missing = [.. _account.Outcome.Missing.Select(path => (path, evaluation.Pack.FactOf(path)))],
        };
    }

    private TracedDecision Upstream(DecisionAccount account)
    {
        var rules = new RuleAccounts(account);
        return new TracedDecision(
            account.Outcome, FromOf(account), rules.Because(), _depth == TraceDepth.Full ? rules.All() : []);
    }

    private static string FromOf(DecisionAccount account) =>
        ExpressionText.Of(account.Day.Transition?.LawDate ?? account.Decision.GoverningDate);

    private static TracedTotal? TotalOf(DecisionAccount account)
    {
        if (account.Decision.Policy != HitPolicy.Sum || account.Outcome.Status != OutcomeStatus.Decided)
        {
            return null;
        }

        var amounts = account.Outcome.Rules.Select(active => account.ValueOf(account.ValuesOf(active)[0])).ToList();
        var sum = amounts.Count == 0
            ? ZeroLike(account.Outcome.Outputs[0])
            : amounts.Skip(1).Aggregate(amounts[0], (total, next) =>
                ValueArithmetic.Apply(ArithmeticOperator.Add, total, next, () => account.Decision.Symbol.Name));
        var clamp = account.Decision.Clamp;
        return new TracedTotal(
            sum,
            clamp is null ? null : account.ValueOf(clamp.Low),
            clamp is null ? null : account.ValueOf(clamp.High));
    }

    private static Value ZeroLike(Value result) =>
        result is MoneyValue money ? money with { Minor = 0 } : new NumberValue(0);
}
