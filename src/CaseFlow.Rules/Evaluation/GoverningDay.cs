using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// The day whose law counts for a decision: its `by date`, unless a transitional clause sets another.
/// </summary>
/// <param name="Day">The day; null where it is missing or unknown.</param>
/// <param name="Transition">The clause that set it, or null.</param>
/// <param name="Unknown">What would tell the day; null where it is known or known to be missing.</param>
internal sealed record GoverningDay(DateOnly? Day, BoundTransition? Transition, UnknownValue? Unknown)
{
    /// <summary>Known to be missing.</summary>
    public static GoverningDay None { get; } = new(null, null, null);

    /// <summary>True where the day is known to be missing: then the decision does not apply.</summary>
    public bool IsMissing => Day is null && Unknown is null;

    /// <summary>Where what hangs on the day is read.</summary>
    public Scope Scope => new(Day) { OpenDay = Unknown };

    /// <summary>Finds the day.</summary>
    /// <exception cref="EvaluationFaultException">Two clauses hold and give different days (CF4104).</exception>
    public static GoverningDay Of(CaseEvaluation evaluation, BoundDecision decision)
    {
        var byDate = ByDate(evaluation, decision);
        UnknownValue? open = null;
        GoverningDay? chosen = null;
        foreach (var transition in decision.Transitions)
        {
            var scope = From(byDate, null).Scope;
            var when = Kleene.Truth(evaluation.Evaluate(transition.When, scope));
            if (when is UnknownValue unknown)
            {
                open = open is null ? unknown : open.With(unknown);
            }
            else if (Kleene.IsTrue(when))
            {
                var next = From(evaluation.Evaluate(transition.LawDate, scope), transition);
                chosen = chosen is null ? next : chosen.With(next) ?? throw Conflict(decision, chosen, next);
            }
        }

        return open is not null ? new GoverningDay(null, null, open) : chosen ?? From(byDate, null);
    }

    // A definition read here must be in force on the day that it yields, so the day is found first without asking and
    // then read again as of itself.
    private static Value ByDate(CaseEvaluation evaluation, BoundDecision decision)
    {
        var found = evaluation.Evaluate(decision.GoverningDate, new Scope(null));
        return found is DateValue day ? evaluation.Evaluate(decision.GoverningDate, new Scope(day.Value)) : found;
    }

    private static GoverningDay From(Value value, BoundTransition? transition) => value switch
    {
        DateValue day => new GoverningDay(day.Value, transition, null),
        UnknownValue unknown => new GoverningDay(null, transition, unknown),
        _ => new GoverningDay(null, transition, null),
    };

    // Null where they are known to be different days.
    private GoverningDay? With(GoverningDay other) => (Unknown, other.Unknown) switch
    {
        (null, null) => Day == other.Day ? this : null,
        ({ } one, { } two) => this with { Unknown = one.With(two) },
        var (one, _) => one is null ? other : this,
    };

    private static EvaluationFaultException Conflict(BoundDecision decision, GoverningDay one, GoverningDay other) =>
        new(RulesCodes.TransitionsConflict, [decision.Symbol.Name, one.Transition!.Name, other.Transition!.Name]);
}
