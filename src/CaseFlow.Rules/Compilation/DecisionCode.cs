using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Compilation.Index;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Evaluation.Policies;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Compilation;

/// <summary>A decision as code.</summary>
internal sealed class DecisionCode
{
    // More rules make sets that cost more than they save; such a decision is left to the interpreter.
    private const int MostRules = 4096;

    private readonly PackCode _code;
    private readonly CodeUnit _unit;
    private readonly DayCode _day;
    private readonly int _applies = -1;
    private readonly Dictionary<BoundVersion, VersionCode> _versions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BoundExpression, ValueReader> _readers = new(Sameness.Of);
    private readonly DateOnly[] _cuts;
    private readonly AnswerKeeper _notApplicable;

    /// <summary>Lays a decision out.</summary>
    /// <param name="code">The pack's code.</param>
    /// <param name="plan">How the interpreter computes it.</param>
    /// <param name="firstSlice">The number of its first slice.</param>
    public DecisionCode(PackCode code, DecisionPlan plan, int firstSlice)
    {
        (_code, Plan, _unit) = (code, plan, code.NewUnit());
        var decision = plan.Decision;
        var reach = code.Reaches.Of(decision.Symbol);
        ReadsParameters = !reach.IsFreeOf(Traits.ReadsParameter);
        IsCovered = decision.Rules.Count <= MostRules
            && (reach.IsFreeOf(Traits.MayAssume) || code.HasRoomForAssumptions);
        _cuts = [.. plan.Days.Union(ParameterDays(decision)).Order()];
        Slices = [.. _cuts.Select((day, index) => new SliceCode(this, day, firstSlice + index))];
        _notApplicable = new AnswerKeeper(Outcome(OutcomeStatus.NotApplicable, [], null));
        Zero = code.ZeroOf(decision.Symbol.Outputs[0].Type);
        _day = new DayCode(decision, code, _unit);
        if (decision.Applies is { } applies)
        {
            _applies = _unit.AddCondition(applies);
        }

        var isOrdered = !reach.IsFreeOf(Traits.MayAssume);
        var shared = TestedTwice(decision);
        foreach (var version in decision.Rules.SelectMany(rule => rule.Versions))
        {
            var laidOut = new VersionCode(version, code, _unit, shared.Contains, isOrdered);
            _versions[version] = laidOut;
            foreach (var (operand, _) in laidOut.Tests)
            {
                _readers.TryAdd(operand, ValueReader.Of(operand, code, _unit));
            }
        }

        Clamp = decision.Clamp is { } clamp ? new RowCode([clamp.Low, clamp.High], code, _unit) : null;
        Otherwise = decision.Otherwise is { } otherwise ? new RowCode(otherwise.Values, code, _unit) : null;
    }

    /// <summary>The decision.</summary>
    public DecisionSymbol Symbol => Plan.Decision.Symbol;

    /// <summary>How the interpreter computes it.</summary>
    public DecisionPlan Plan { get; }

    /// <summary>Whether code computes it; the interpreter does otherwise.</summary>
    public bool IsCovered { get; }

    /// <summary>Whether it, or what it reads, reads a parameter.</summary>
    public bool ReadsParameters { get; }

    /// <summary>Its slices of time, by their first days.</summary>
    public SliceCode[] Slices { get; }

    /// <summary>The hit policy.</summary>
    public HitPolicy Policy => Plan.Decision.Policy;

    /// <summary>What a total of nothing is.</summary>
    public Value Zero { get; }

    /// <summary>The bounds of a sum, or null.</summary>
    public RowCode? Clamp { get; }

    /// <summary>What `otherwise` gives, or null.</summary>
    public RowCode? Otherwise { get; }

    /// <summary>A version as code.</summary>
    public VersionCode CodeOf(BoundVersion version) => _versions[version];

    /// <summary>A reader of an expression that columns test.</summary>
    public ValueReader ReaderOf(BoundExpression operand) => _readers[operand];

    /// <summary>What evaluating an expression may do.</summary>
    public Reach ReachOf(BoundExpression expression) => _code.Reaches.Of(expression);

    /// <summary>The outcome of a case; null where the interpreter must find it.</summary>
    public DecisionOutcome? Decide(Frame frame)
    {
        if (!IsCovered)
        {
            return null;
        }

        var day = _day.Find(frame);
        frame.BeOn(day);
        var applies = _applies < 0 || day.IsMissing ? Truths.Yes : _unit.Truth(frame, _applies);
        if (frame.GivesUp)
        {
            return null;
        }

        if (applies == Truths.No || day.IsMissing)
        {
            return _notApplicable.Give(day, frame);
        }

        return day.Day is { } known && applies == Truths.Yes
            ? frame.Parameters.StateOf(SliceOn(known)).Decide(frame, day)
            : null;
    }

    /// <summary>A verdict as an outcome, without what only the case tells.</summary>
    public DecisionOutcome Outcome(Verdict verdict) =>
        Outcome(verdict.Status, [.. verdict.Rules.Select(rule => rule.AsActive())], verdict.Row) with
        {
            NamesOpenRules = verdict.NamesOpenRules,
        };

    private DecisionOutcome Outcome(OutcomeStatus status, IReadOnlyList<ActiveRule> rules, Row? row) => new(
        Symbol,
        status,
        row?.Values ?? [.. Symbol.Outputs.Select(_ => (Value)MissingValue.Instance)],
        rules,
        Conclusion.CitesOf(rules),
        [],
        [],
        null);

    private SliceCode SliceOn(DateOnly day)
    {
        var index = Array.BinarySearch(_cuts, day);
        return Slices[index >= 0 ? index : ~index - 1];
    }

    // Days on which a parameter that the rules themselves read takes another value.
    private static IEnumerable<DateOnly> ParameterDays(BoundDecision decision) => DecisionParts.Of(decision)
        .SelectMany(ExpressionParts.All)
        .OfType<ParameterExpression>()
        .SelectMany(expression => expression.Parameter.Values)
        .Select(value => value.From)
        .OfType<DateOnly>();

    private static HashSet<BoundExpression> TestedTwice(BoundDecision decision) => decision.Rules
        .SelectMany(rule => rule.Versions)
        .SelectMany(version => Conjuncts.Of(version.When).Select(Conjuncts.OperandOf).OfType<BoundExpression>())
        .GroupBy(operand => operand, Sameness.Of)
        .Where(group => group.Skip(1).Any())
        .Select(group => group.Key)
        .ToHashSet(Sameness.Of);
}
