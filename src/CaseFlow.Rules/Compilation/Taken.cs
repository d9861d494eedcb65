using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Evaluation.Policies;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>What is taken of the elements of a list, for a total or an extreme.</summary>
internal sealed class Taken
{
    private readonly Total? _total;
    private readonly Extreme? _extreme;
    private readonly List<(Value Value, byte TakesPart)> _taken = [];
    private Value _best = MissingValue.Instance;

    private Taken(Total? total, Extreme? extreme) => (_total, _extreme) = (total, extreme);

    /// <summary>For a total, of nothing at first.</summary>
    public static Taken Total(Value zero) => new(new Total(zero, static () => ""), null);

    /// <summary>For the highest or the lowest.</summary>
    public static Taken Extreme(bool isHighest, RuleType type) => new(null, new Extreme(isHighest, type));

    /// <summary>Takes a value of an element that takes part, or may.</summary>
    public void Add(Value value, byte takesPart)
    {
        if (_total is not null)
        {
            _total.Add(value, isSure: takesPart == Truths.Yes);
        }
        else
        {
            _taken.Add((value, takesPart));
            _best = takesPart == Truths.Yes && value is not UnknownValue && _extreme!.Beats(value, _best)
                ? value : _best;
        }
    }

    /// <summary>What all of it comes to.</summary>
    public Value Result(Value list)
    {
        if (list is UnknownValue)
        {
            return Truths.Untold;
        }

        if (_total is not null)
        {
            return _total.Exact ?? Truths.Untold with { Range = NumberRanges.Between(_total.Low, _total.High) };
        }

        return _taken.Exists(one => _extreme!.MayBeat(one.Value, Truths.ToValue(one.TakesPart), _best))
            ? Truths.Untold
            : _best;
    }
}
