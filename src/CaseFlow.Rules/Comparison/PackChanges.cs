using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Comparison;

/// <summary>Everything that differs between two packs, whatever any case says.</summary>
internal static class PackChanges
{
    /// <summary>
    /// All differences: vocabulary first, then what rules read, then decisions, in the new pack's order.
    /// </summary>
    public static IReadOnlyList<ChangeCause> Between(
        PackSide oldSide, PackSide newSide, IReadOnlyDictionary<string, DecisionPair> decisions)
    {
        var (before, after) = (oldSide.Pack.Pack, newSide.Pack.Pack);
        ChangeCause? Parameter(ParameterSymbol one, ParameterSymbol other) =>
            SymbolChanges.Of(one, oldSide.Parameters, other, newSide.Parameters);
        var changes = Vocabulary(before, after)
            .Concat(Pairs(before.Laws, after.Laws, SymbolChanges.Of, CauseKind.Law))
            .Concat(OutlineChanges.Between(before, after))
            .Concat(Calendars(before, after))
            .Concat(Pairs(before.WordLists, after.WordLists, SymbolChanges.Of, CauseKind.WordList))
            .Concat(Pairs(before.Parameters, after.Parameters, Parameter, CauseKind.Parameter))
            .Concat(Pairs(before.Definitions, after.Definitions, SymbolChanges.Of, CauseKind.Definition))
            .Concat(Decisions(before, after, decisions));
        return [.. changes];
    }

    /// <summary>What differs in facts, records and enums.</summary>
    public static IEnumerable<ChangeCause> Vocabulary(BoundPack before, BoundPack after)
    {
        var facts = Facts(before).Join(Facts(after), fact => fact.Path, fact => fact.Path, (a, b) => (a, b)).ToList();
        return Renamed(before, after)
            .Concat(facts.Select(pair => SymbolChanges.Of(pair.a, pair.b)).OfType<ChangeCause>())
            .Concat(facts.Select(pair => Typed(pair.a, pair.b)).OfType<ChangeCause>())
            .Concat(Pairs(before.Enums, after.Enums, Members, CauseKind.Vocabulary))
            .Concat(Pairs(before.Records, after.Records, Fields, CauseKind.Vocabulary));
    }

    // A fact whose old name is an alias of the new one, or the other way round, was renamed.
    private static IEnumerable<ChangeCause> Renamed(BoundPack before, BoundPack after)
    {
        var gone = Facts(before).ExceptBy(Facts(after).Select(fact => fact.Path), fact => fact.Path).ToList();
        foreach (var fact in Facts(after).ExceptBy(Facts(before).Select(fact => fact.Path), fact => fact.Path))
        {
            var old = gone.Find(other => other.Root!.Name == fact.Root!.Name && HasOneName(other, fact));
            gone.Remove(old!);
            yield return SymbolChanges.Cause(CauseKind.Vocabulary, fact.Path, old, fact, old?.Path, fact.Path);
        }

        foreach (var fact in gone)
        {
            yield return SymbolChanges.Cause(CauseKind.Vocabulary, fact.Path, fact, null, fact.Path, null);
        }
    }

    private static bool HasOneName(FieldSymbol one, FieldSymbol other) =>
        one.Aliases.Values.Append(one.Name)
            .Intersect(other.Aliases.Values.Append(other.Name), IdentifierFolding.Comparer).Any();

    private static ChangeCause? Typed(FieldSymbol before, FieldSymbol after)
    {
        var (old, now) = (RuleText.Of(before.Type), RuleText.Of(after.Type));
        return old == now
            ? null
            : SymbolChanges.Cause(CauseKind.Vocabulary, after.Path, before, after, old, now);
    }

    private static ChangeCause? Members(EnumSymbol before, EnumSymbol after) => Text(
        before, after, string.Join(", ", before.Members), string.Join(", ", after.Members));

    private static ChangeCause? Fields(RecordSymbol before, RecordSymbol after) => Text(
        before,
        after,
        string.Join(", ", before.Fields.Select(field => field.Name + " : " + RuleText.Of(field.Type))),
        string.Join(", ", after.Fields.Select(field => field.Name + " : " + RuleText.Of(field.Type))));

    private static ChangeCause? Text(Symbol before, Symbol after, string old, string now) => old == now
        ? null
        : SymbolChanges.Cause(CauseKind.Vocabulary, after.Name, before, after, old, now);

    private static IEnumerable<ChangeCause> Calendars(BoundPack before, BoundPack after)
    {
        foreach (var pair in before.Calendars.Values.Join(
            after.Calendars.Values, one => one.Options.Name, one => one.Options.Name, SymbolChanges.Of))
        {
            if (pair is not null)
            {
                yield return pair;
            }
        }
    }

    private static IEnumerable<ChangeCause> Pairs<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, T, ChangeCause?> compare, CauseKind kind)
        where T : Symbol
    {
        var old = before.ToDictionary(symbol => symbol.Name, StringComparer.Ordinal);
        foreach (var symbol in after)
        {
            var change = old.Remove(symbol.Name, out var other)
                ? compare(other, symbol)
                : SymbolChanges.Cause(kind, symbol.Name, null, symbol, null, symbol.Name);
            if (change is not null)
            {
                yield return change;
            }
        }

        foreach (var symbol in before.Where(symbol => old.ContainsKey(symbol.Name)))
        {
            yield return SymbolChanges.Cause(kind, symbol.Name, symbol, null, symbol.Name, null);
        }
    }

    private static IEnumerable<ChangeCause> Decisions(
        BoundPack before, BoundPack after, IReadOnlyDictionary<string, DecisionPair> decisions)
    {
        foreach (var decision in after.Decisions.Select(decision => decision.Symbol))
        {
            if (decisions.TryGetValue(decision.Name, out var pair))
            {
                foreach (var change in pair.All)
                {
                    yield return change;
                }
            }
            else
            {
                yield return AddedOrRemoved(null, decision);
            }
        }

        foreach (var gone in before.Decisions.Where(one => !decisions.ContainsKey(one.Symbol.Name)))
        {
            yield return AddedOrRemoved(gone.Symbol, null);
        }
    }

    /// <summary>A decision that only one pack has.</summary>
    public static ChangeCause AddedOrRemoved(DecisionSymbol? before, DecisionSymbol? after) =>
        SymbolChanges.Cause(
            CauseKind.DecisionAddedOrRemoved, (after ?? before)!.Name, before, after, before?.Name, after?.Name);

    private static IEnumerable<FieldSymbol> Facts(BoundPack pack) => pack.FactRoots.SelectMany(root => root.Fields);
}
