using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

// Here: reading what other rules compute, each once a case.
internal sealed partial class Frame
{
    /// <summary>A definition on the governing date; untold where it is not in force.</summary>
    public Value Definition(int number)
    {
        if (GivesUp)
        {
            // Nothing computed from here on counts or is remembered: to go on would be to compute it again and again.
            return Truths.Untold;
        }

        var definition = code.Definitions[number];
        if ((IsDayOpen && definition.HangsOnDay)
            || (Day is { } day && !definition.Symbol.Period.Contains(day)))
        {
            return Truths.Untold;
        }

        var age = definition.AgeOn(Day);
        ref var known = ref _definitions[number];
        if (known.Value is { } value && known.Age == age)
        {
            Assumed |= known.Assumed;
            return value;
        }

        var outer = Assumed;
        Assumed = 0;
        value = definition.Read(this);
        if (!GivesUp)
        {
            _definitions[number] = new Defined(value, age, Assumed);
        }

        Assumed |= outer;
        return value;
    }

    /// <summary>An output of a decision.</summary>
    public Value Output(int number, OutputSymbol output)
    {
        var outcome = Upstream(number);
        return outcome.Status switch
        {
            OutcomeStatus.Decided => outcome.Outputs[output.Index],
            OutcomeStatus.NotApplicable => MissingValue.Instance,
            OutcomeStatus.Undecided when outcome.RangeOf(code.Decisions[number].Policy) is { } range =>
                Truths.Untold with { Range = range },
            _ => Truths.Untold,
        };
    }

    /// <summary>The outcome of a decision, or null where it is left to the interpreter.</summary>
    public DecisionOutcome? Decide(int number)
    {
        ref var known = ref _decisions[number];
        if (known.Outcome is not null || known.IsLeft)
        {
            return known.Outcome;
        }

        var (day, isOpen, gaveUp, assumed) = (Day, IsDayOpen, GivesUp, Assumed);
        (Day, IsDayOpen, GivesUp, Assumed) = (null, false, false, 0);
        DecisionOutcome? outcome;
        try
        {
            outcome = code.Decisions[number].Decide(this);
        }
        catch (EvaluationFaultException)
        {
            // The interpreter meets the same fault where the language says that there is one, and tells it well.
            outcome = null;
        }

        outcome = GivesUp ? null : outcome;
        _decisions[number] = new Decided(outcome, Assumed, outcome is null);
        (Day, IsDayOpen, GivesUp, Assumed) = (day, isOpen, gaveUp, assumed);
        return outcome;
    }

    private DecisionOutcome Upstream(int number)
    {
        if (Decide(number) is { } outcome)
        {
            Assumed |= _decisions[number].Assumed;
            return outcome;
        }

        outcome = Interpret(code.Decisions[number].Symbol);
        foreach (var field in outcome.Assumptions)
        {
            Assumed |= 1UL << code.AssumptionOf(field);
        }

        return outcome;
    }
}
