using System.Globalization;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Explanations;

/// <summary>
/// An outcome as one plain sentence that a citizen can be sent, in Vietnamese or English: what was decided, under which
/// article and why, or what is still to be known. By labels where the pack has them.
/// </summary>
public sealed class ExplanationSentence
{
    private readonly DecisionTrace _trace;
    private readonly DecisionAccount _account;
    private readonly DecisionOutcome _outcome;
    private readonly Wording _wording;
    private readonly ValueWords _values;
    private readonly CitationWords _citations;
    private readonly ReasonWords _reasons;

    private ExplanationSentence(DecisionTrace trace, CultureInfo culture)
    {
        (_trace, _account, _outcome) = (trace, trace.Account, trace.Outcome);
        _wording = new Wording(culture);
        _values = new ValueWords(_wording);
        _citations = new CitationWords(_wording);
        _reasons = new ReasonWords(_account, _wording, _values);
    }

    private string Subject => Wording.Begin(_outcome.Decision.LabelIn(_wording.Language));

    /// <summary>The language that sentences are in for a culture: `vi`, or `en` for every other.</summary>
    public static string LanguageOf(CultureInfo culture) => Wording.LanguageOf(culture);

    /// <summary>The sentence.</summary>
    public static string Of(DecisionTrace trace, CultureInfo culture) =>
        new ExplanationSentence(trace, culture).Write() + ".";

    /// <summary>A value in the words of a language: `7 working days`, `15/07/2026`, an enum member's label.</summary>
    public static string Of(Value value, CultureInfo culture) => new ValueWords(new Wording(culture)).Of(value);

    /// <summary>A length of time in the words of a language.</summary>
    public static string Of(RuleDuration duration, CultureInfo culture) =>
        new ValueWords(new Wording(culture)).Of(duration);

    private string Write() => _outcome.Status switch
    {
        OutcomeStatus.Decided => Decided() + Transition() + Assumptions(),
        OutcomeStatus.Undecided => Undecided() + Assumptions(),
        OutcomeStatus.Gap => Gap(),
        OutcomeStatus.Conflict => Conflict(),
        _ => NotApplicable(),
    };

    private string Decided() => _account.Decision.Policy switch
    {
        HitPolicy.Sum => Sum(),
        HitPolicy.Collect => Collected(),
        _ => Result() + Under(_outcome.Cites) + Standing() + Why(),
    };

    // One output that only repeats the decision's name is told with it: `the term of resolution is 45 days`.
    private string Result()
    {
        var decision = _outcome.Decision;
        var label = decision.Outputs[0].LabelIn(_wording.Language);
        var value = _outcome[decision.Outputs[0]];
        var isRepeated = decision.Outputs.Count == 1
            && (Subject.StartsWith(label, StringComparison.OrdinalIgnoreCase)
                || Subject.EndsWith(label, StringComparison.OrdinalIgnoreCase)
                || !decision.Outputs[0].Labels.ContainsKey(_wording.Language));
        return isRepeated
            ? _values.Result(Subject, value)
            : _wording.Fill("About", Subject, _values.Row(decision, _outcome.Outputs));
    }

    private string Under(IReadOnlyList<Citation> cites) =>
        cites.Count == 0 ? "" : _wording.Fill("Under", _citations.Of(cites));

    private string Standing() => _trace.PassedOver.Count == 0
        ? ""
        : _account.Decision.Policy switch
        {
            HitPolicy.Highest => _wording.Fill("IsHighest"),
            HitPolicy.Lowest => _wording.Fill("IsLowest"),
            _ => "",
        };

    private string Why()
    {
        var conditions = _outcome.Rules.SelectMany(ConditionsOf).ToList();
        var isOtherwise = _outcome.Rules.Count > 0 && _account.PlaceOf(_outcome.Rules[0]) is null;
        var isOpen = conditions.Exists(condition => _account.Holds(condition) is UnknownValue);
        var reasons = isOtherwise ? _wording.Fill("NoOther")
            : isOpen ? _wording.Fill("SameAnyway")
            : _reasons.All(conditions);
        return reasons.Length == 0 ? "" : _wording.Fill("Because", reasons);
    }

    private IEnumerable<Binding.Expressions.BoundExpression> ConditionsOf(ActiveRule active) =>
        _account.PlaceOf(active) is { } place
            ? _account.ConditionsOf(_account.Rules[place]).Select(stated => stated.Condition)
            : [];

    private string Sum()
    {
        var result = Result();
        if (_outcome.Rules.Count == 0)
        {
            return result + _wording.Fill("NothingAdds");
        }

        var clamp = _trace.Total is { Low: { } low, High: { } high } total && !Equals(total.Sum, _outcome.Outputs[0])
            ? _wording.Fill("Clamped", _values.Of(low), _values.Of(high), _values.Of(total.Sum))
            : "";
        return result + clamp + UnderOneLaw() + _wording.Fill("MadeUpOf", Parts());
    }

    private string Collected()
    {
        if (_outcome.Rules.Count == 0)
        {
            return Result() + _wording.Fill("NothingCollected");
        }

        return _wording.Fill("About", Subject, Parts()) + UnderOneLaw();
    }

    // Where every part rests on the same law it is named once, for all of them.
    private bool IsOneLaw => _outcome.Cites.Select(cite => cite.Law).Distinct().Count() == 1;

    private string UnderOneLaw() => IsOneLaw ? Under(_outcome.Cites) : "";

    private string Parts() => Wording.Clauses(_outcome.Rules.Select(Part));

    // `30, because …, under …`.
    private string Part(ActiveRule active)
    {
        var values = _account.ValuesOf(active).Select(value => _values.Of(_account.ValueOf(value)));
        var why = _reasons.All(ConditionsOf(active));
        return _wording.All(values)
            + (why.Length == 0 ? "" : _wording.Fill("BecausePart", why))
            + (IsOneLaw || active.Cites.Count == 0 ? "" : _wording.Fill("UnderPart", _citations.Of(active.Cites)));
    }

    private string Undecided()
    {
        var pack = _account.Evaluation.Pack.Pack;
        var missing = _trace.Missing.Select(missing => Asked(missing.Path, missing.Fact)).ToList();
        var blocks = _outcome.BlockedBy
            .Select(name => Wording.Inside(FactLabels.OfBlock(name, pack, _wording.Language)))
            .ToList();
        return _wording.Fill("Undecided", Subject)
            + (missing.Count == 0 ? "" : _wording.Fill("NeedToKnow", Wording.Clauses(missing)))
            + (blocks.Count == 0 ? "" : _wording.Fill("Blocked", _wording.All(blocks)))
            + Possible();
    }

    private string Asked(string path, FieldSymbol? fact)
    {
        var label = Wording.Inside(FactLabels.Of(path, _account.Evaluation.Pack.Pack, _wording.Language));
        return fact is { Type.Kind: TypeKind.Boolean } ? _wording.Fill("YesOrNo", label) : label;
    }

    private string Possible() => _outcome.Possible switch
    {
        { Rows.Count: > TraceLimits.Possible } => "",
        { Rows.Count: > 1 } possible when IsPlain =>
            _wording.Fill("MayBe", _wording.Either(possible.Rows.Select(row => _values.Of(row[0])))),
        { Rows.Count: > 1 } possible =>
            _wording.Fill("MayBe", Wording.Clauses(possible.Rows.Select(row => _values.Row(_outcome.Decision, row)))),
        { Score: { } score } =>
            _wording.Fill("Between", _wording.Number(score.Low), _wording.Number(score.High)),
        _ => "",
    };

    // One value each, which `or` may stand between.
    private bool IsPlain =>
        _outcome.Decision.Outputs.Count == 1 && _account.Decision.Policy != HitPolicy.Collect;

    private string Gap()
    {
        if (_account is { Rules: { Count: > 0 } rules, Day.Day: { } day } && rules.All(rule => rule.Version is null))
        {
            return _wording.Fill("NoneInForce", Subject, _wording.Day(day)) + _wording.Fill("LookInto");
        }

        var blocked = _trace.Defeated.FirstOrDefault(rule => rule.IsBlocked);
        var nearest = blocked is not null ? Blocked(Named(blocked.Rule), Named(blocked.By))
            : _trace.NotLive.Count > 0 ? Nearest(Named(_trace.NotLive[0].Rule))
            : "";
        return _wording.Fill("Gap", Subject) + nearest + _wording.Fill("LookInto");
    }

    private SlicedRule Named(string name) => _account.Rules.First(rule => rule.Rule.Name == name);

    private string Blocked(SlicedRule rule, SlicedRule by) => _wording.Fill(
        "TakenAway",
        _citations.Of(rule.Version!.Cites),
        _citations.Of(by.Version!.Cites),
        _reasons.All(_account.ConditionsOf(by).Where(stated => stated.InheritedFrom is null).Select(stated =>
            stated.Condition)));

    private string Nearest(SlicedRule rule)
    {
        var failed = _reasons.Against(_account.ConditionsOf(rule)
            .Select(stated => stated.Condition)
            .Where(condition => Kleene.IsFalse(_account.Holds(condition))));
        return failed.Length == 0
            ? ""
            : _wording.Fill("Nearest", _citations.Of(rule.Version!.Cites), failed);
    }

    private string Conflict() => _wording.Fill(
        "Conflict",
        Subject,
        Wording.Clauses(_trace.Because.Select(rule => _wording.Fill(
            "Culprit", _citations.Of(rule.Cites), _values.Row(_outcome.Decision, rule.Values)))))
        + _wording.Fill("LookInto");

    private string NotApplicable()
    {
        var reasons = Kleene.IsFalse(_account.Applies)
            ? _reasons.Against(_account.Decision.Applies!)
            : _wording.Fill("NotRecorded", _reasons.NameOf(_account.Decision.GoverningDate));
        return _wording.Fill("NotApplicable", Subject)
            + (reasons.Length == 0 ? "" : _wording.Fill("Because", reasons));
    }

    private string Transition() => _account.Day is { Transition: { } clause, Day: { } day }
        ? _wording.Fill("Transition", _wording.Day(day), _citations.Of(clause.Cites))
        : "";

    // By what each is taken for granted the trace tells: the sentence is to be read.
    private string Assumptions()
    {
        var assumed = _outcome.Assumptions
            .Select(fact => _reasons.Told(fact.LabelIn(_wording.Language), fact.Assumed!))
            .ToList();
        return assumed.Count == 0
            ? ""
            : _wording.Fill("Assuming", Wording.Clauses(assumed.Count <= TraceLimits.Assumptions
                ? assumed
                : assumed.Take(TraceLimits.Assumptions).Append(_wording.Fill("AndMoreAssumed"))));
    }
}
