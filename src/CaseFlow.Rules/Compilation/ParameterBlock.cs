using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>
/// The values of all parameters as compiled code reads them, with what was built from them: the indexes of columns
/// whose cells mention a parameter, and the outcomes that hold one. Another set of values is another block, and
/// handing it over is one reference write.
/// </summary>
internal sealed class ParameterBlock
{
    private readonly ParameterSet _set;
    private readonly Value?[] _undated;
    private readonly SliceState?[] _states;

    /// <summary>The values of <paramref name="set"/>.</summary>
    public ParameterBlock(PackCode code, ParameterSet set)
    {
        _set = set;
        _states = new SliceState?[code.SliceCount];
        var changed = set.Changed.Select(change => change.Key).ToHashSet<ParameterSymbol>();
        _undated = [.. code.Pack.Parameters.Select(parameter =>
            changed.Contains(parameter) || parameter.Values is [{ From: null }] ? set.On(parameter, null) : null)];
    }

    /// <summary>The set that the block was built from.</summary>
    public ParameterSet Set => _set;

    /// <summary>The value of a parameter; null where it has none yet on that day.</summary>
    /// <param name="slot">Its place in the pack.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="day">The governing date; null: the latest value.</param>
    public Value? On(int slot, ParameterSymbol parameter, DateOnly? day)
    {
        if (_undated[slot] is { } value)
        {
            return value;
        }

        var isYet = day is null || parameter.Values[0].From is not { } first || first <= day;
        return isYet ? _set.On(parameter, day) : null;
    }

    /// <summary>What a slice of a decision's time is with these values; made when first asked.</summary>
    public SliceState StateOf(SliceCode slice) =>
        Volatile.Read(ref _states[slice.Number]) ?? Make(slice);

    // Two threads may make it twice; both are alike and the last one stays.
    private SliceState Make(SliceCode slice)
    {
        var state = slice.Make(this);
        Volatile.Write(ref _states[slice.Number], state);
        return state;
    }
}
