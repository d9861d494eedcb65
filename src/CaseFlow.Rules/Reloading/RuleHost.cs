using CaseFlow.Rules.Comparison;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Reloading;

/// <summary>
/// Holds the pack that is current, and swaps it for another one while cases are being evaluated. Readers take a
/// snapshot by one reference read and never wait; swaps are ordered one after another. Safe from any thread.
/// </summary>
/// <param name="pack">The first pack.</param>
public sealed class RuleHost(CompiledPack pack)
{
    private readonly Lock _swapping = new();
    private RuleSnapshot _current = new(pack, ParameterSet.Declared, 0);

    /// <summary>
    /// Told of each swap, in their order, before the next one begins. A handler must not wait for another thread that
    /// swaps.
    /// </summary>
    public event EventHandler<SwappedEventArgs>? Swapped;

    /// <summary>What is current. Take it once for everything that one case is asked.</summary>
    public RuleSnapshot Current => Volatile.Read(ref _current);

    /// <summary>
    /// Makes a candidate current where it loads without errors (the checks of its parameters among them) and all of its
    /// examples pass. Everything is prepared before the one reference write; the parameters start as declared.
    /// </summary>
    /// <param name="candidate">The candidate's files.</param>
    /// <param name="corpus">Cases to compare on; null for none. Compared with what was current when this began.</param>
    /// <param name="expectedHash">
    /// The hash that the caller saw as current; another one refuses the swap. Null: any.
    /// </param>
    public SwapReport TrySwap(
        IRuleSource candidate, IEnumerable<CaseToCompare>? corpus = null, string? expectedHash = null)
    {
        var seen = Current;
        var loaded = RulePack.Load(candidate);
        if (loaded.Pack is null)
        {
            return new SwapReport(SwapOutcome.Refused, Current, loaded.Diagnostics, null, null);
        }

        var next = new CompiledPack(loaded.Pack);
        var examples = next.Test();
        if (examples.Failed > 0)
        {
            return new SwapReport(SwapOutcome.Refused, Current, loaded.Diagnostics, examples, null);
        }

        var diff = corpus is null
            ? null
            : WhatIf.Compare(new PackSide(seen.Pack, seen.Parameters), new PackSide(next), corpus);
        return Swap(next, ParameterSet.Declared, now => expectedHash is null || now.Hash == expectedHash) with
        {
            Diagnostics = loaded.Diagnostics,
            Examples = examples,
            WhatIf = diff,
        };
    }

    /// <summary>Makes other values of the current pack's parameters current; the pack stays.</summary>
    /// <param name="parameters">The values, whose bounds and checks were proved when the set was made.</param>
    /// <param name="corpus">Cases to compare on; null for none.</param>
    /// <param name="expectedHash">The hash that the caller saw as current; another one refuses it. Null: any.</param>
    public SwapReport TrySetParameters(
        ParameterSet parameters, IEnumerable<CaseToCompare>? corpus = null, string? expectedHash = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var seen = Current;
        var known = seen.Pack.Pack.Parameters.ToHashSet();
        var isOfAnother = parameters.Changed.Any(change => !known.Contains(change.Key));
        if (isOfAnother || (expectedHash is not null && expectedHash != seen.Hash))
        {
            return new SwapReport(SwapOutcome.Stale, seen, [], null, null);
        }

        var diff = corpus is null
            ? null
            : WhatIf.Compare(
                new PackSide(seen.Pack, seen.Parameters), new PackSide(seen.Pack, parameters), corpus);
        return Swap(seen.Pack, parameters, now => now.Pack == seen.Pack) with { WhatIf = diff };
    }

    /// <summary>The reference write, for a pack that is prepared and was found good.</summary>
    internal SwapReport Swap(CompiledPack next, ParameterSet parameters, Func<RuleSnapshot, bool> isExpected)
    {
        lock (_swapping)
        {
            var before = _current;
            if (!isExpected(before))
            {
                return new SwapReport(SwapOutcome.Stale, before, [], null, null);
            }

            var after = new RuleSnapshot(next, parameters, before.Number + 1);
            Volatile.Write(ref _current, after);
            Swapped?.Invoke(this, new SwappedEventArgs(before, after));
            return new SwapReport(SwapOutcome.Swapped, after, [], null, null);
        }
    }
}
