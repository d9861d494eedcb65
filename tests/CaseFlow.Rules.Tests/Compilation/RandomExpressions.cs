using System.Globalization;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>Random expressions of a wanted type over a vocabulary and whatever was defined before.</summary>
internal sealed class RandomExpressions(Random random, Vocabulary words)
{
    private static readonly ComparisonOperator[] Comparisons = Enum.GetValues<ComparisonOperator>();
    private readonly List<BoundExpression> _readable = [];
    private readonly Stack<ElementVariable> _elements = new();

    /// <summary>Lets later expressions read a definition or an output.</summary>
    public void Add(BoundExpression readable) => _readable.Add(readable);

    public BoundExpression Of(TypeKind kind, int depth) => kind switch
    {
        _ when depth <= 0 || random.Next(5) == 0 => Leaf(kind),
        TypeKind.Boolean => Condition(depth - 1),
        TypeKind.Number => Number(depth - 1),
        TypeKind.Date => Date(depth - 1),
        TypeKind.Duration => Duration(depth - 1),
        TypeKind.Money => Money(depth - 1),
        TypeKind.Enum when random.Next(6) == 0 => Aggregate(TypeKind.Enum, depth - 1),
        TypeKind.List => Leaf(kind),
        _ => random.Next(4) == 0 ? If(kind, depth - 1) : Leaf(kind),
    };

    public BoundExpression Condition(int depth) => random.Next(30) switch
    {
        0 => SameLists(),
        1 or 2 => new MentionsBoundExpression(
            Leaf(TypeKind.Text), Phrases(), null, random.Next(2) == 0, random.Next(2) == 0, Nowhere),
        3 or 4 or 5 => new LogicalBoundExpression(random.Next(2) == 0, Many(TypeKind.Boolean, depth), Nowhere),
        6 or 7 => new NotBoundExpression(Of(TypeKind.Boolean, depth), Nowhere),
        8 or 9 or 10 => Membership(depth),
        11 or 12 => new MissingTestBoundExpression(Of(AnyKind(), depth), random.Next(2) == 0, Nowhere),
        13 or 14 => If(TypeKind.Boolean, depth),
        15 or 16 => Over((variable, list, inner) => new QuantifierBoundExpression(
            (QuantifierKind)random.Next(4), random.Next(3), variable, list, inner, Nowhere), depth),
        17 or 18 => Leaf(TypeKind.Boolean),
        _ => Comparison(depth),
    };

    private BoundExpression Number(int depth) => random.Next(9) switch
    {
        8 => Aggregate(TypeKind.Number, depth),
        0 or 1 => new ArithmeticBoundExpression(
            (ArithmeticOperator)random.Next(4), Of(TypeKind.Number, depth), Of(TypeKind.Number, depth), RuleType.Number,
            Nowhere),
        2 => new CountTrueBoundExpression(Many(TypeKind.Boolean, depth), Nowhere),
        3 => Over((variable, list, inner) =>
            new CountBoundExpression(list, variable, inner, Nowhere), depth),
        4 => new CountBoundExpression(Leaf(TypeKind.List), null, null, Nowhere),
        5 => new SpanBoundExpression(
            (DurationUnit)random.Next(4), Of(TypeKind.Date, depth), Of(TypeKind.Date, depth), Calendar(), Nowhere),
        6 => If(TypeKind.Number, depth),
        _ => Leaf(TypeKind.Number),
    };

    private BoundExpression Date(int depth) => random.Next(4) switch
    {
        0 or 1 => new DateSumExpression(
            Of(TypeKind.Date, depth), random.Next(4) > 0, Of(TypeKind.Duration, depth), Calendar(), Nowhere),
        2 => If(TypeKind.Date, depth),
        _ => Leaf(TypeKind.Date),
    };

    private BoundExpression Duration(int depth) => random.Next(5) switch
    {
        0 => new ArithmeticBoundExpression(
            (ArithmeticOperator)random.Next(2), Leaf(TypeKind.Duration), Leaf(TypeKind.Duration), RuleType.Duration,
            Nowhere),
        1 => new ArithmeticBoundExpression(
            ArithmeticOperator.Multiply, Of(TypeKind.Number, depth), Leaf(TypeKind.Duration), RuleType.Duration,
            Nowhere),
        2 => If(TypeKind.Duration, depth),
        _ => Leaf(TypeKind.Duration),
    };

    private BoundExpression Money(int depth) => random.Next(5) switch
    {
        0 => new ArithmeticBoundExpression(
            (ArithmeticOperator)random.Next(2), Of(TypeKind.Money, depth), Leaf(TypeKind.Money), Vocabulary.MoneyType,
            Nowhere),
        1 => new ArithmeticBoundExpression(
            ArithmeticOperator.Multiply, Of(TypeKind.Money, depth), Leaf(TypeKind.Number), Vocabulary.MoneyType,
            Nowhere),
        2 or 3 => Aggregate(TypeKind.Money, depth),
        _ => Leaf(TypeKind.Money),
    };

    private AggregateBoundExpression Aggregate(TypeKind kind, int depth)
    {
        var (list, variable) = Enter();
        var operand = Of(kind, depth);
        var predicate = random.Next(2) == 0 ? null : Condition(depth);
        _elements.Pop();
        var isTotal = kind != TypeKind.Enum && random.Next(2) == 0;
        return new AggregateBoundExpression(
            isTotal ? AggregateKind.Total : random.Next(2) == 0 ? AggregateKind.Highest : AggregateKind.Lowest,
            operand,
            variable,
            list,
            predicate,
            words.TypeOf(kind).AsOptional(!isTotal),
            Nowhere);
    }

    private string[] Phrases() => [.. Enumerable.Range(0, 1 + random.Next(2))
        .Select(_ => Vocabulary.Texts[random.Next(Vocabulary.Texts.Length)])];

    // Constants stand on the right mostly, as cells of a table have them.
    private ComparisonBoundExpression Comparison(int depth)
    {
        var kind = AnyKind();
        var left = Of(kind, depth);
        var right = random.Next(4) > 0 ? Constant(kind) : Of(kind, depth);
        var isOrdered = kind is not (TypeKind.Boolean or TypeKind.List);
        var comparison = isOrdered ? Comparisons[random.Next(Comparisons.Length)] : ComparisonOperator.Equal;
        return random.Next(8) == 0
            ? new ComparisonBoundExpression(comparison, right, left, Nowhere)
            : new ComparisonBoundExpression(comparison, left, right, Nowhere);
    }

    private MembershipBoundExpression Membership(int depth)
    {
        var kind = AnyKind();
        return new MembershipBoundExpression(
            Of(kind, depth),
            [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.Next(6) == 0 ? Leaf(kind) : Constant(kind))],
            Nowhere);
    }

    private ConditionalBoundExpression If(TypeKind kind, int depth)
    {
        var (then, otherwise) = (Of(kind, depth), random.Next(6) == 0 ? Missing(kind) : Of(kind, depth));
        return new ConditionalBoundExpression(
            Of(TypeKind.Boolean, depth), then, otherwise, then.Type.AsOptional(), Nowhere);
    }

    private T Over<T>(Func<ElementVariable, BoundExpression, BoundExpression, T> make, int depth)
    {
        var (list, variable) = Enter();
        var inner = Condition(depth);
        _elements.Pop();
        return make(variable, list, inner);
    }

    // A name of its own for each, as the language asks.
    private (BoundExpression List, ElementVariable Variable) Enter()
    {
        var list = Leaf(TypeKind.List);
        var variable = new ElementVariable(
            "e" + _elements.Count.ToString(CultureInfo.InvariantCulture), list.Type.Element!);
        _elements.Push(variable);
        return (list, variable);
    }

    private ComparisonBoundExpression SameLists()
    {
        var list = Leaf(TypeKind.List);
        var others = words.Facts.Where(fact => fact.Type.Kind == list.Type.Kind
            && fact.Type.Element!.Kind == list.Type.Element!.Kind).ToList();
        return new ComparisonBoundExpression(
            random.Next(2) == 0 ? ComparisonOperator.Equal : ComparisonOperator.NotEqual,
            list,
            new FactExpression(others[random.Next(others.Count)], Nowhere),
            Nowhere);
    }

    private List<BoundExpression> Many(TypeKind kind, int depth) =>
        [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Of(kind, depth))];

    public BoundExpression Leaf(TypeKind kind)
    {
        var choices = _readable.Where(readable => readable.Type.Kind == kind)
            .Concat(words.Parameters.Where(parameter => parameter.Type.Kind == kind)
                .Select(parameter => new ParameterExpression(parameter, Nowhere)))
            .Concat(words.Facts.Where(fact => IsOf(fact.Type, kind)).Select(fact => new FactExpression(fact, Nowhere)))
            .Concat(Fields().Where(field => field.Type.Kind == kind))
            .Concat(_elements.Where(element => element.Type.Kind == kind)
                .SelectMany(element => Enumerable.Repeat(new ElementExpression(element, Nowhere), 4)))
            .ToList();
        if (kind == TypeKind.Date && random.Next(4) == 0)
        {
            return new TodayBoundExpression(Nowhere);
        }

        return kind != TypeKind.List && (choices.Count == 0 || random.Next(5) == 0)
            ? Constant(kind)
            : choices[random.Next(choices.Count)];
    }

    private static bool IsOf(RuleType type, TypeKind kind) =>
        type.Kind == kind || (kind == TypeKind.List && type.Kind == TypeKind.Set);

    // Fields of an element at hand, else of the fact that is a record.
    private IEnumerable<FieldExpression> Fields()
    {
        var records = _elements.Where(element => element.Type.Kind == TypeKind.Record).ToList();
        BoundExpression target = records.Count > 0
            ? new ElementExpression(records[random.Next(records.Count)], Nowhere)
            : new FactExpression(words.Facts.First(fact => fact.Type.Kind == TypeKind.Record), Nowhere);
        var many = records.Count > 0 ? 4 : 1;
        return words.Record.Fields
            .SelectMany(field => Enumerable.Repeat(new FieldExpression(target, field, Nowhere), many));
    }

    public ConstantExpression Constant(TypeKind kind)
    {
        var type = words.TypeOf(kind);
        return random.Next(12) == 0 ? Missing(kind) : new ConstantExpression(words.ValueOf(type), type, Nowhere);
    }

    private ConstantExpression Missing(TypeKind kind) =>
        new(MissingValue.Instance, words.TypeOf(kind).AsOptional(), Nowhere);

    private CalendarSymbol? Calendar() => random.Next(4) switch
    {
        0 => null,
        1 => words.Calendars[0].Options,
        _ => words.Calendars[1].Options,
    };

    private TypeKind AnyKind() => random.Next(9) switch
    {
        0 => TypeKind.Boolean,
        1 or 2 => TypeKind.Number,
        3 => TypeKind.Date,
        4 => TypeKind.Money,
        5 => TypeKind.Duration,
        6 => TypeKind.Text,
        _ => TypeKind.Enum,
    };
}
