using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Compilation;

/// <summary>The rules of a decision between two days on which something changes, as code.</summary>
internal sealed class SliceCode(DecisionCode decision, DateOnly day, int number)
{
    private SliceState? _shared;

    /// <summary>Its number in the pack.</summary>
    public int Number => number;

    /// <summary>Its first day.</summary>
    public DateOnly Day => day;

    /// <summary>The rules in force.</summary>
    public DecisionSlice Rules => decision.Plan.On(day);

    /// <summary>The slice with the values of some parameters; one for all where it reads none.</summary>
    public SliceState Make(ParameterBlock parameters)
    {
        if (decision.ReadsParameters)
        {
            return new SliceState(decision, this, parameters);
        }

        return Volatile.Read(ref _shared)
            ?? Interlocked.CompareExchange(ref _shared, new SliceState(decision, this, parameters), null)
            ?? _shared!;
    }
}
