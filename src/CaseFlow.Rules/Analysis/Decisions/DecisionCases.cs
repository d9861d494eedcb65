using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Analysis.Decisions;

/// <summary>A rule in one version that gives values.</summary>
/// <param name="Rule">Its place among the decision's rules.</param>
/// <param name="Source">The rule.</param>
/// <param name="Version">The version.</param>
/// <param name="Active">Where it gives its values.</param>
internal sealed record Candidate(int Rule, BoundRule Source, BoundVersion Version, Truth Active);

/// <summary>One decision as sets of cases.</summary>
internal sealed class DecisionCases
{
    private readonly Lazy<IReadOnlyList<Candidate>> _candidates;

    /// <summary>Reads a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="space">The space.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="outputs">Reads outputs of other decisions.</param>
    public DecisionCases(
        BoundDecision decision,
        RegionSpace space,
        Variables variables,
        Func<Binding.Expressions.OutputExpression, IReadOnlyList<TermPart>> outputs)
    {
        (Decision, Space, Variables) = (decision, space, variables);
        Governing = new GoverningCases(space, new ConditionReader(space, variables, outputs), decision);
        Reader = new ConditionReader(space, variables, outputs) { Governing = Governing };
        Applies = decision.Applies is { } applies ? Reader.Truth(applies) : Truth.Always;
        Rules = new RuleCases(space, Reader, Governing, decision);
        _candidates = new Lazy<IReadOnlyList<Candidate>>(ReadCandidates);
    }

    /// <summary>The decision.</summary>
    public BoundDecision Decision { get; }

    /// <summary>The space.</summary>
    public RegionSpace Space { get; }

    /// <summary>Its variables.</summary>
    public Variables Variables { get; }

    /// <summary>Reads what the decision reads, at its governing date.</summary>
    public ConditionReader Reader { get; }

    /// <summary>The governing date.</summary>
    public GoverningCases Governing { get; }

    /// <summary>`applies when`.</summary>
    public Truth Applies { get; }

    /// <summary>The rules.</summary>
    public RuleCases Rules { get; }

    /// <summary>Every version that gives values, in source order.</summary>
    public IReadOnlyList<Candidate> Candidates => _candidates.Value;

    /// <summary>The cases that the decision is for and has a governing date in.</summary>
    public int Asked() => Space.And(Space.And(Variables.Known(), Governing.Recorded), Applies.Yes);

    /// <summary>
    /// The cases from the first day on which the decision has a rule: what went before is not this pack's law.
    /// </summary>
    public int Asked(out DateOnly first)
    {
        var versions = Decision.Rules.SelectMany(rule => rule.Versions).ToList();
        first = versions.Count == 0 ? DateOnly.MinValue : versions.Min(version => version.Period.From);
        return first == DateOnly.MinValue
            ? Asked()
            : Space.And(Asked(), Governing.In(new LawPeriod(first, null)));
    }

    /// <summary>Where a rule may be giving values: not surely inactive.</summary>
    public int MayBeActive(int rule) => Space.Not(Rules.Active(rule).No);

    private IReadOnlyList<Candidate> ReadCandidates() =>
    [
        .. Decision.Rules.SelectMany((rule, place) => rule.Versions
            .Where(version => !version.IsBlocker)
            .Select(version => new Candidate(place, rule, version, ActiveIn(version, place, rule)))),
    ];

    private Truth ActiveIn(BoundVersion version, int place, BoundRule rule) => rule.Versions.Count == 1
        ? Rules.Active(place)
        : Space.Both(Space.Known(Governing.In(version.Period)), Rules.Active(place));
}
