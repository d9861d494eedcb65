using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CaseFlow.Rules.Compilation.Index;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Compilation;

/// <summary>
/// The outcomes of a slice by the set of its active rules. Where all rows are the same for every case, an outcome is
/// built once and handed out again.
/// </summary>
internal sealed class AnswerShelf
{
    // Beyond it outcomes are built each time: a bound on memory.
    private const int MostAnswers = 1024;

    private readonly DecisionCode _decision;
    private readonly CandidateCode[] _rules;
    private readonly CandidateCode? _otherwise;
    private readonly Row? _clamp;
    private readonly ConcurrentDictionary<ulong[], Answer> _answers = new(SetComparer.Instance);
    private readonly ConcurrentDictionary<ulong[], Answer>.AlternateLookup<ReadOnlySpan<ulong>> _lookup;

    /// <summary>The shelf of a slice.</summary>
    public AnswerShelf(DecisionCode decision, SliceCode slice, ParameterBlock parameters)
    {
        _decision = decision;
        _lookup = _answers.GetAlternateLookup<ReadOnlySpan<ulong>>();
        _rules = [.. slice.Rules.Rules.Select(rule => CandidateCode.Of(rule, decision, parameters, slice.Day))];
        _otherwise = decision.Otherwise is { } row
            ? CandidateCode.OfOtherwise(decision.Plan.Decision.Otherwise!, row, parameters, slice.Day)
            : null;
        _clamp = decision.Clamp?.Constant(parameters, slice.Day);
    }

    /// <summary>The outcome of active rules (first half) and of those that may be (second half).</summary>
    public DecisionOutcome? Give(ReadOnlySpan<ulong> active, FoundDay day, Frame frame)
    {
        if (!_lookup.TryGetValue(active, out var answer))
        {
            answer = Make(active);
            if (_answers.Count < MostAnswers)
            {
                _lookup.TryAdd(active, answer);
            }
        }

        return answer.Give(day, frame);
    }

    private Answer Make(ReadOnlySpan<ulong> active)
    {
        var half = active.Length / 2;
        var certain = active[..half].ToArray();
        var candidates = Bits.Places(active[half..])
            .Select(place => (Code: _rules[place], IsSure: Bits.Has(certain, place)))
            .ToList();
        if (_otherwise is not null && candidates.Count == 0)
        {
            candidates.Add((_otherwise, true));
        }

        return new Answer(_decision, [.. candidates], _clamp);
    }

    private sealed class SetComparer : IEqualityComparer<ulong[]>,
        IAlternateEqualityComparer<ReadOnlySpan<ulong>, ulong[]>
    {
        public static SetComparer Instance { get; } = new();

        public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<ulong> alternate, ulong[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] ulong[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<ulong> alternate)
        {
            var hash = 0UL;
            foreach (var word in alternate)
            {
                hash = System.Numerics.BitOperations.RotateLeft(hash, 7) ^ unchecked(word * 0x9E3779B97F4A7C15UL);
            }

            return unchecked((int)(hash >> 32) ^ (int)hash);
        }

        public ulong[] Create(ReadOnlySpan<ulong> alternate) => alternate.ToArray();
    }
}
