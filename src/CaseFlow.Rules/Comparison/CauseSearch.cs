using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;

namespace CaseFlow.Rules.Comparison;

/// <summary>
/// Finds why a decision comes out otherwise for one case: among the rules that stand otherwise in it, or that carry its
/// answer, those with other words; and what they read that differs. Where that finds nothing, everything that differs
/// and that the decision can read is a cause.
/// </summary>
internal sealed class CauseSearch(WhatIf packs, CaseOnSide before, CaseOnSide after)
{
    private readonly List<ChangeCause> _causes = [];
    private readonly HashSet<string> _searched = new(StringComparer.Ordinal);

    /// <summary>The causes, each once.</summary>
    public IReadOnlyList<ChangeCause> Of(string decision)
    {
        Search(decision);
        if (_causes.Count == 0)
        {
            AddWhateverCouldMatter(decision);
        }

        return
        [
            .. _causes.Count > 0
                ? _causes.DistinctBy(cause => (cause.Kind, cause.Name))
                : packs.Changes.Where(change => change.Kind != CauseKind.Outline),
        ];
    }

    private void Search(string decision)
    {
        if (!_searched.Add(decision))
        {
            return;
        }

        if (packs.PairOf(decision) is not { } pair)
        {
            _causes.Add(PackChanges.AddedOrRemoved(
                before.Pack.DecisionNamed(decision), after.Pack.DecisionNamed(decision)));
            return;
        }

        var (old, now) = (before.Answer(decision)!.Outcome, after.Answer(decision)!.Outcome);
        var frame = FrameInQuestion(pair, old, now).ToList();
        _causes.AddRange(pair.Frame.Where(change => frame.Contains(change.Kind)));
        var rules = RulesInQuestion(pair, decision).ToList();
        Add(rules.Select(rule => rule.Change));
        Add(rules.Where(rule => rule.Change is not null).SelectMany(LawsOf));
        AddReads(
            ReadsOf(pair.Before, frame, rules.SelectMany(rule => before.InForce(rule.Before, old?.GoverningDate))),
            old?.GoverningDate,
            ReadsOf(pair.After, frame, rules.SelectMany(rule => after.InForce(rule.After, now?.GoverningDate))),
            now?.GoverningDate);
    }

    // What of a decision besides its rules may have made the difference, judged by its two outcomes.
    private static IEnumerable<CauseKind> FrameInQuestion(
        DecisionPair pair, DecisionOutcome? old, DecisionOutcome? now)
    {
        yield return CauseKind.Policy;
        DecisionOutcome?[] both = [old, now];
        if (both.Contains(null) || old!.GoverningDate != now!.GoverningDate || old.GoverningDate is null)
        {
            yield return CauseKind.GoverningDate;
            yield return CauseKind.Transition;
        }

        if (both.Any(one => one is null or { Status: OutcomeStatus.NotApplicable or OutcomeStatus.Undecided }))
        {
            yield return CauseKind.Applies;
        }

        if (both.Any(one => one is null or { Status: not OutcomeStatus.NotApplicable and not OutcomeStatus.Conflict }
            && (one is null || one.Rules.Count == 0 || one.Rules.Any(rule => IsOtherwise(pair, rule)))))
        {
            yield return CauseKind.Otherwise;
        }
    }

    private static bool IsOtherwise(DecisionPair pair, ActiveRule rule) =>
        rule.Span == pair.Before.Otherwise?.Span || rule.Span == pair.After.Otherwise?.Span;

    // A rule without a period of its own is in force as long as the laws it cites.
    private static IEnumerable<ChangeCause?> LawsOf(RulePair rule) => Laws(rule.Before)
        .Join(Laws(rule.After), law => law.Name, law => law.Name, SymbolChanges.Of, StringComparer.Ordinal);

    private static IEnumerable<LawSymbol> Laws(BoundRule? rule) => rule is null
        ? []
        : rule.Versions.SelectMany(version => version.Cites).Select(cite => cite.Law).OfType<LawSymbol>().Distinct();

    // Without knowing how the rules stand, each of them may be the one.
    private IEnumerable<RulePair> RulesInQuestion(DecisionPair pair, string decision)
    {
        var (old, now) = (before.Standing(decision), after.Standing(decision));
        return old is null || now is null
            ? pair.Rules.All
            : pair.Rules.All.Where(rule =>
            {
                var (stood, stands) = (StandingOf(rule.Before, old), StandingOf(rule.After, now));
                return stood != stands || stood is "active" or "open" or "defeats";
            });
    }

    private static string? StandingOf(BoundRule? rule, IReadOnlyDictionary<string, string> standing) =>
        rule is null ? null : standing.GetValueOrDefault(rule.Name);

    private static RuleReads ReadsOf(
        BoundDecision decision, List<CauseKind> frame, IEnumerable<BoundVersion> versions)
    {
        IEnumerable<BoundExpression?> parts =
        [
            .. frame.Contains(CauseKind.GoverningDate)
                ? decision.Transitions.SelectMany(clause => new[] { clause.When, clause.LawDate })
                    .Prepend(decision.GoverningDate)
                : [],
            frame.Contains(CauseKind.Applies) ? decision.Applies : null,
            .. frame.Contains(CauseKind.Otherwise) ? decision.Otherwise?.Values ?? [] : [],
            decision.Clamp?.Low,
            decision.Clamp?.High,
        ];
        return new RuleReads([.. parts, .. versions.SelectMany(version => version.Values.Prepend(version.When))]);
    }

    private void AddReads(RuleReads old, DateOnly? oldDay, RuleReads now, DateOnly? nowDay)
    {
        foreach (var (one, other) in Both<ParameterSymbol>(old, now))
        {
            var (a, b) = (before.ValueOf(one, oldDay), after.ValueOf(other, nowDay));
            if (a is null ? b is not null : b is null || !AnswerComparison.Same(a, b))
            {
                _causes.Add(SymbolChanges.Cause(
                    CauseKind.Parameter,
                    other.Name,
                    one,
                    other,
                    a is null ? null : ValueText.Of(a),
                    b is null ? null : ValueText.Of(b)));
            }
        }

        Add(Both<DefinitionSymbol>(old, now).Select(pair => SymbolChanges.Of(pair.Before, pair.After)));
        Add(Both<WordListSymbol>(old, now).Select(pair => SymbolChanges.Of(pair.Before, pair.After)));
        Add(Both<FieldSymbol>(old, now).Select(pair => SymbolChanges.Of(pair.Before, pair.After)));
        Add(Both<CalendarSymbol>(old, now).Select(pair => SymbolChanges.Of(
            before.Pack.CalendarOf(pair.Before)!, after.Pack.CalendarOf(pair.After)!)));
        foreach (var (one, _) in Both<DecisionSymbol>(old, now))
        {
            AddUpstream(one.Name);
        }
    }

    private void AddUpstream(string decision)
    {
        var (old, now) = (before.Answer(decision)!, after.Answer(decision)!);
        if (AnswerComparison.Difference(old, now) is not null)
        {
            _causes.Add(SymbolChanges.Cause(
                CauseKind.Decision,
                decision,
                before.Pack.DecisionNamed(decision),
                after.Pack.DecisionNamed(decision),
                AnswerText.Of(old),
                AnswerText.Of(now)));
            Search(decision);
        }
    }

    private void AddWhateverCouldMatter(string decision)
    {
        var pair = packs.PairOf(decision)!;
        _causes.AddRange(pair.All);
        List<CauseKind> frame = [CauseKind.GoverningDate, CauseKind.Applies, CauseKind.Otherwise];
        AddReads(
            ReadsOf(pair.Before, frame, pair.Before.Rules.SelectMany(rule => rule.Versions)),
            null,
            ReadsOf(pair.After, frame, pair.After.Rules.SelectMany(rule => rule.Versions)),
            null);
        Add(PackChanges.Vocabulary(before.Pack.Pack, after.Pack.Pack));
    }

    private void Add(IEnumerable<ChangeCause?> causes) => _causes.AddRange(causes.OfType<ChangeCause>());

    private static IEnumerable<(T Before, T After)> Both<T>(RuleReads old, RuleReads now)
        where T : Symbol =>
        old.Of<T>().Join(now.Of<T>(), Name, Name, (one, other) => (one, other), StringComparer.Ordinal);

    private static string Name(Symbol symbol) => symbol is FieldSymbol field ? field.Path : symbol.Name;
}
