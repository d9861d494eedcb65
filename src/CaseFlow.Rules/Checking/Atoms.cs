using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// Takes conditions apart into simple demands on single values, as far as they are joined by `and`, and tells whether
/// two of them exclude each other. What it cannot take apart it passes over: then nothing is said to be impossible.
/// </summary>
internal static class Atoms
{
    /// <summary>The demands of a condition.</summary>
    public static IEnumerable<Atom> Of(BoundExpression condition) => condition switch
    {
        LogicalBoundExpression { IsAnd: true } all => all.Operands.SelectMany(Of),
        NotBoundExpression { Operand: LogicalBoundExpression { IsAnd: false } any } =>
            any.Operands.SelectMany(operand => Of(new NotBoundExpression(operand, operand.Span))),
        NotBoundExpression { Operand: NotBoundExpression inner } => Of(inner.Operand),
        NotBoundExpression { Operand: LogicalBoundExpression } => [],
        NotBoundExpression not => Of(not.Operand).ToList() is [var single] ? [single.Negated()] : [],
        ComparisonBoundExpression { Operator: ComparisonOperator.Equal } equal =>
            OneOf(equal.Left, [equal.Right], true),
        ComparisonBoundExpression { Operator: ComparisonOperator.NotEqual } differs =>
            OneOf(differs.Left, [differs.Right], false),
        MembershipBoundExpression member => OneOf(member.Operand, member.Choices, true),
        MissingTestBoundExpression test => Single(test.Operand, [MissingValue.Instance], !test.IsRecorded),
        _ when condition.Type.Kind == TypeKind.Boolean => Single(condition, [BooleanValue.Yes], true),
        _ => [],
    };

    /// <summary>Whether some two of the demands cannot both be met.</summary>
    public static bool Contradict(IReadOnlyList<Atom> atoms) => atoms.Any(left => atoms.Any(left.Excludes));

    /// <summary>The first two demands, one of each side, that cannot both be met.</summary>
    public static (Atom Left, Atom Right)? Clash(IEnumerable<Atom> left, IReadOnlyList<Atom> right)
    {
        foreach (var atom in left)
        {
            if (right.FirstOrDefault(atom.Excludes) is { } other)
            {
                return (atom, other);
            }
        }

        return null;
    }

    private static IEnumerable<Atom> OneOf(BoundExpression value, IReadOnlyList<BoundExpression> choices, bool isOne)
    {
        var constants = choices.OfType<ConstantExpression>().Select(choice => choice.Value).ToList();
        return constants.Count == choices.Count ? Single(value, constants, isOne) : [];
    }

    private static IEnumerable<Atom> Single(BoundExpression value, IReadOnlyList<Value> choices, bool isOne) =>
        Recorded.KeyOf(value) is { } key ? [new Atom(key, choices, isOne, value)] : [];
}

/// <summary>A demand on one value: to be one of some constants, or none of them.</summary>
/// <param name="Key">The value (<see cref="Recorded.KeyOf"/>).</param>
/// <param name="Choices">The constants.</param>
/// <param name="IsOne">True: one of them; false: none.</param>
/// <param name="Value">The value as bound.</param>
internal sealed record Atom(string Key, IReadOnlyList<Value> Choices, bool IsOne, BoundExpression Value)
{
    /// <summary>The opposite demand.</summary>
    public Atom Negated() => this with { IsOne = !IsOne };

    /// <summary>Whether no value meets both.</summary>
    public bool Excludes(Atom other)
    {
        if (Key != other.Key)
        {
            return false;
        }

        return (IsOne, other.IsOne) switch
        {
            (true, true) => !Choices.Intersect(other.Choices).Any(),
            (true, false) => !Choices.Except(other.Choices).Any(),
            (false, true) => !other.Choices.Except(Choices).Any(),
            _ => false,
        };
    }
}
