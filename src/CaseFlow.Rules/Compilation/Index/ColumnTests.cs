using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation.Index;

/// <summary>What the rules of a decision ask of one expression, on one governing date.</summary>
/// <param name="operand">The expression.</param>
/// <param name="rules">How many rules the decision has.</param>
/// <param name="parameters">Values of the parameters that cells mention.</param>
/// <param name="day">The governing date.</param>
internal sealed class ColumnTests(BoundExpression operand, int rules, ParameterSet parameters, DateOnly day)
{
    private readonly List<(int Rule, BoundExpression Condition)> _tests = [];

    /// <summary>The expression.</summary>
    public BoundExpression Operand => operand;

    /// <summary>What is asked of it.</summary>
    public IEnumerable<BoundExpression> Conditions => _tests.Select(test => test.Condition);

    /// <summary>How many words a set of the rules takes.</summary>
    public int Words => Bits.Words(rules);

    /// <summary>Adds a test of a rule.</summary>
    public void Add(int rule, BoundExpression condition) => _tests.Add((rule, condition));

    /// <summary>Where the expression's values may lie; null where its tests do not cut them into regions.</summary>
    public Regions? Regions() =>
        Index.Regions.Of(operand.Type, _tests.SelectMany(test => ConstantsOf(test.Condition)));

    /// <summary>The rules that ask anything.</summary>
    public ulong[] Asking()
    {
        var asking = new ulong[Words];
        foreach (var (rule, _) in _tests)
        {
            Bits.Put(asking, rule, true);
        }

        return asking;
    }

    /// <summary>Fills in, region by region, the rules that certainly hold and then those that may.</summary>
    public void Fill(Regions regions, ulong[] sets)
    {
        Array.Fill(sets, ulong.MaxValue);
        foreach (var (rule, condition) in _tests)
        {
            // A test has fewer constants than the column: its own regions are asked once each.
            var own = Index.Regions.Of(operand.Type, ConstantsOf(condition)) ?? regions;
            var truths = new byte?[own.Count];
            for (var region = 0; region < regions.Count; region++)
            {
                if (regions.SampleOf(region) is { } sample)
                {
                    var truth = truths[own.Find(sample)] ??= TruthOf(condition, sample);
                    Narrow(sets.AsSpan(region * Words * 2, Words * 2), rule, truth);
                }
            }
        }
    }

    /// <summary>The rules that certainly hold of one value, and then those that may.</summary>
    public ulong[] SetsOf(Value value)
    {
        var sets = new ulong[Words * 2];
        Array.Fill(sets, ulong.MaxValue);
        foreach (var (rule, condition) in _tests)
        {
            Narrow(sets, rule, TruthOf(condition, value));
        }

        return sets;
    }

    private void Narrow(Span<ulong> sets, int rule, byte truth)
    {
        if (truth != Truths.Yes)
        {
            Bits.Put(sets[..Words], rule, false);
        }

        if (truth == Truths.No)
        {
            Bits.Put(sets[Words..], rule, false);
        }
    }

    private IEnumerable<Value> ConstantsOf(BoundExpression condition) =>
        Conjuncts.ConstantsOf(condition).Select(constant => ConstantReadings.Evaluate(constant, parameters, day));

    private byte TruthOf(BoundExpression condition, Value value)
    {
        var known = new ConstantExpression(value, operand.Type, operand.Span);
        return Truths.Of(ConstantReadings.Evaluate(Conjuncts.With(condition, operand, known), parameters, day));
    }
}
