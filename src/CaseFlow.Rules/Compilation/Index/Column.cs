using System.Collections.Concurrent;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation.Index;

/// <summary>
/// Everything that the rules of a decision ask of one expression, as sets of rules by the region that its value lies
/// in: those whose tests certainly hold there, and those whose tests may.
/// </summary>
internal sealed class Column
{
    // Beyond it a range is worked out each time: a bound on memory that real cases do not reach.
    private const int MostRanges = 256;

    private readonly ColumnTests _tests;
    private readonly ValueReader _operand;
    private readonly Regions _regions;
    private readonly ulong[] _sets;
    private readonly int _words;
    private readonly ulong[] _asking;
    private readonly bool _mayBePassedOver;
    private readonly ConcurrentDictionary<NumberRange, ulong[]> _ranges = [];

    // A column of more words is not worth its memory.
    private const int MostWords = 1 << 17;

    private Column(ColumnTests tests, Regions regions, DecisionCode decision)
    {
        (_tests, _regions, _words) = (tests, regions, tests.Words);
        _operand = decision.ReaderOf(tests.Operand);
        _mayBePassedOver = tests.Conditions.All(test => decision.ReachOf(test).IsFreeOf(Traits.MayFault));
        _asking = tests.Asking();
        _sets = new ulong[regions.Count * _words * 2];
        tests.Fill(regions, _sets);
    }

    /// <summary>The column of some tests; null where it cannot be made, or would be too large.</summary>
    public static Column? Of(ColumnTests tests, DecisionCode decision) =>
        tests.Regions() is { } regions && (long)regions.Count * tests.Words * 2 <= MostWords
            ? new Column(tests, regions, decision)
            : null;

    /// <summary>Narrows the rules that certainly hold, and those that may, by the value that a frame has.</summary>
    public void Narrow(Frame frame, Span<ulong> certain, Span<ulong> possible)
    {
        if (_mayBePassedOver && !Bits.Meet(possible, _asking))
        {
            return;
        }

        var value = _operand.Read(frame);
        var region = _regions.Find(value);
        if (region >= 0)
        {
            Keep(_sets, region * _words * 2, certain, possible);
        }
        else if (value is UnknownValue { Range: { } range })
        {
            Keep(OfRange(range), 0, certain, possible);
        }
        else
        {
            frame.GiveUp();
        }
    }

    private void Keep(ulong[] sets, int at, Span<ulong> certain, Span<ulong> possible)
    {
        for (var word = 0; word < certain.Length; word++)
        {
            certain[word] &= sets[at + word];
            possible[word] &= sets[at + _words + word];
        }
    }

    private ulong[] OfRange(NumberRange range)
    {
        if (_ranges.TryGetValue(range, out var known))
        {
            return known;
        }

        var sets = _tests.SetsOf(Truths.Untold with { Range = range });
        return _ranges.Count < MostRanges ? _ranges.GetOrAdd(range, sets) : sets;
    }
}
