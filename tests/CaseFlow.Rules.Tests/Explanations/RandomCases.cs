using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Tests.Explanations;

/// <summary>
/// Cases of a pack that nobody thought of: an example with some facts told otherwise or not at all, or facts at random.
/// </summary>
internal sealed class RandomCases(CompiledPack pack, Random random)
{
    private static readonly DateOnly FirstDay = new(2011, 1, 1);

    private readonly List<FieldSymbol> _facts = [.. pack.Pack.FactRoots.SelectMany(root => root.Fields)];

    public DateOnly Day() => FirstDay.AddDays(random.Next(16 * 365));

    public CaseFacts Next()
    {
        var isNear = pack.Pack.Examples.Count > 0 && random.Next(2) == 0;
        var facts = isNear
            ? pack.Pack.Examples[random.Next(pack.Pack.Examples.Count)].Facts.ToDictionary()
            : [];
        foreach (var fact in _facts.Where(_ => random.Next(isNear ? 12 : 2) == 0))
        {
            _ = random.Next(4) == 0 ? facts.Remove(fact) : Tell(facts, fact);
        }

        return CaseFacts.None.With(facts);
    }

    private bool Tell(Dictionary<FieldSymbol, Value> facts, FieldSymbol fact)
    {
        facts[fact] = ValueOf(fact.Type);
        return true;
    }

    private Value ValueOf(RuleType type) => type switch
    {
        { Optional: true } when random.Next(4) == 0 => MissingValue.Instance,
        { Kind: TypeKind.Boolean } => BooleanValue.Of(random.Next(2) == 0),
        { Kind: TypeKind.Number } => new NumberValue(random.Next(12)),
        { Kind: TypeKind.Money } => new MoneyValue(random.Next(1_000_000_000), "VND"),
        { Kind: TypeKind.Date } => new DateValue(Day()),
        { Kind: TypeKind.Duration } => new DurationValue(new RuleDuration(random.Next(60), DurationUnit.Day)),
        { Kind: TypeKind.Enum } => new EnumValue(type.Enum!.Members[random.Next(type.Enum.Members.Count)]),
        { Kind: TypeKind.Record } => new RecordValue(
            type.Record!, type.Record!.Fields.ToDictionary(field => field, field => ValueOf(field.Type))),
        { Element: { } element } => new ListValue(
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => ValueOf(element))]),
        _ => new TextValue("Ông A. khiếu nại việc thu hồi đất, bồi thường"),
    };
}
