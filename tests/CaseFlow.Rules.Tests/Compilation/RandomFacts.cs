using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>Random facts for a pack that people wrote.</summary>
internal static class RandomFacts
{
    /// <summary>Facts of which so many per cent are known, some of them to be missing.</summary>
    public static IEnumerable<KeyValuePair<FieldSymbol, Value>> Of(BoundPack pack, Random random, int known) =>
        pack.FactRoots.SelectMany(root => root.Fields)
            .Where(_ => random.Next(100) < known)
            .Select(fact => KeyValuePair.Create(fact, ValueOf(fact.Type, random)))
            .ToList();

    private static Value ValueOf(RuleType type, Random random) => type.Kind switch
    {
        _ when type.Optional && random.Next(4) == 0 => MissingValue.Instance,
        TypeKind.Boolean => BooleanValue.Of(random.Next(2) == 0),
        TypeKind.Number => new NumberValue(random.Next(3) == 0 ? random.Next(100) : random.Next(6)),
        TypeKind.Money => new MoneyValue(random.Next(100) * 100_000L, "VND"),
        TypeKind.Date => new DateValue(new DateOnly(2010, 1, 1).AddDays(random.Next(6500))),
        TypeKind.Duration => new DurationValue(new RuleDuration(random.Next(90), (DurationUnit)random.Next(4))),
        TypeKind.Enum => new EnumValue(type.Enum!.Members[random.Next(type.Enum.Members.Count)]),
        TypeKind.Record => new RecordValue(
            type.Record!, type.Record!.Fields.ToDictionary(field => field, field => ValueOf(field.Type, random))),
        TypeKind.Set => new ListValue([.. Elements(type, random).Distinct()]),
        TypeKind.List => new ListValue([.. Elements(type, random)]),
        _ => new TextValue(random.Next(2) == 0 ? "tranh chấp đất đai" : "x"),
    };

    private static IEnumerable<Value> Elements(RuleType type, Random random) =>
        Enumerable.Range(0, random.Next(4)).Select(_ => ValueOf(type.Element!, random));
}
