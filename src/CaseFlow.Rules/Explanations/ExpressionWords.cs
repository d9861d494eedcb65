using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Explanations;

/// <summary>What people call the things that conditions speak of, by labels; and whole conditions, as stated.</summary>
internal sealed class ExpressionWords(Wording wording, ValueWords values)
{
    private readonly Dictionary<DefinitionSymbol, bool> _haveNames = [];
    private int _meanings;

    /// <summary>`ngày thụ lý`, `số lượng người đứng đơn`.</summary>
    public string NameOf(BoundExpression expression) => expression switch
    {
        ConstantExpression constant => values.Of(constant.Value),
        FactExpression fact => Label(fact.Fact),
        InputExpression input => Label(input.Input),
        FieldExpression field => Label(field.Field),
        ParameterExpression parameter => Label(parameter.Parameter),
        DefinitionExpression definition =>
            MeaningOf(definition) is { } meaning ? NameOf(meaning) : Label(definition.Definition),
        OutputExpression output => OutputName(output.Decision, output.Output),
        ElementExpression element => element.Variable.Name.Replace('_', ' '),
        TodayBoundExpression => wording.Fill("Today"),
        DateSumExpression sum => wording.Fill(sum.IsPlus ? "Plus" : "Minus", NameOf(sum.Date), NameOf(sum.Duration)),
        ArithmeticBoundExpression arithmetic =>
            wording.Fill(WordOf(arithmetic.Operator), NameOf(arithmetic.Left), NameOf(arithmetic.Right)),
        SpanBoundExpression span => wording.Fill("Span" + span.Unit, NameOf(span.From), NameOf(span.To)),
        CountBoundExpression { Predicate: null } count => wording.Fill("CountOf", NameOf(count.List)),
        CountBoundExpression count => wording.Fill("CountWhere", NameOf(count.List), Stated(count.Predicate!)),
        CountTrueBoundExpression => wording.Fill("CountTrue"),
        AggregateBoundExpression aggregate =>
            wording.Fill("Of" + aggregate.Kind, NameOf(aggregate.Operand), NameOf(aggregate.List)),
        _ => wording.Fill("Computed"),
    };

    /// <summary>Whether people have a name for an expression: what a choice computes has none.</summary>
    public bool HasName(BoundExpression expression) => expression switch
    {
        DefinitionExpression definition => HasName(definition.Definition),
        DateSumExpression sum => HasName(sum.Date) && HasName(sum.Duration),
        ArithmeticBoundExpression arithmetic => HasName(arithmetic.Left) && HasName(arithmetic.Right),
        SpanBoundExpression span => HasName(span.From) && HasName(span.To),
        CountBoundExpression count => HasName(count.List),
        AggregateBoundExpression aggregate => HasName(aggregate.Operand) && HasName(aggregate.List),
        ConstantExpression or FactExpression or InputExpression or FieldExpression or ParameterExpression
            or OutputExpression or ElementExpression or TodayBoundExpression or CountTrueBoundExpression => true,
        _ => false,
    };

    /// <summary>A condition as stated, whatever the case is: inside `any of`, `count of … where`.</summary>
    public string Stated(BoundExpression condition, bool holds = true) => condition switch
    {
        LogicalBoundExpression logical =>
            Joined(logical.IsAnd == holds, logical.Operands.Select(operand => Stated(operand, holds))),
        NotBoundExpression not => Stated(not.Operand, !holds),
        ComparisonBoundExpression comparison => Stated(comparison, holds),
        MembershipBoundExpression membership => wording.Fill(
            holds ? "OneOf" : "NoneOf", NameOf(membership.Operand), wording.Either(membership.Choices.Select(NameOf))),
        MissingTestBoundExpression test =>
            wording.Fill(test.IsRecorded == holds ? "Recorded" : "NotRecorded", NameOf(test.Operand)),
        QuantifierBoundExpression quantifier => Quantified(quantifier, holds),
        MentionsBoundExpression mentions => Mentioned(mentions, mentions.Phrases, holds),
        DefinitionExpression definition when MeaningOf(definition) is { } meaning => Stated(meaning, holds),
        _ => wording.Fill("Flag", NameOf(condition), wording.Fill(holds ? "Yes" : "No")),
    };

    /// <summary>
    /// What a definition says; null once so many were told that no sentence is read to its end: definitions that each
    /// read another one twice would be told for ever.
    /// </summary>
    public BoundExpression? MeaningOf(DefinitionExpression definition)
    {
        if (_meanings == TraceLimits.Meanings)
        {
            return null;
        }

        _meanings++;
        return definition.Definition.Value;
    }

    /// <summary>
    /// `among the petitioners there is at least one with: signed: no`; where `every` does not hold, one that fails.
    /// </summary>
    public string Quantified(QuantifierBoundExpression quantifier, bool holds) => wording.Fill(
        (holds ? "Quantified" : "QuantifiedNot") + quantifier.Kind,
        NameOf(quantifier.List),
        Stated(quantifier.Predicate, holds || quantifier.Kind != QuantifierKind.Every),
        wording.Number(quantifier.AtLeast));

    /// <summary>`the text mentions “đất đai”`; of what is not found only that nothing was.</summary>
    public string Mentioned(MentionsBoundExpression mentions, IEnumerable<string> phrases, bool holds) => holds
        ? wording.Fill(
            "Mentions", NameOf(mentions.Text), wording.All(phrases.Select(phrase => wording.Fill("Quoted", phrase))))
        : wording.Fill("MentionsNot", NameOf(mentions.Text));

    /// <summary>The name of a relation's wording, for days and for everything else.</summary>
    public static string RelationOf(ComparisonOperator comparison, bool isDate) => comparison switch
    {
        ComparisonOperator.Less => isDate ? "Before" : "LessThan",
        ComparisonOperator.LessOrEqual => isDate ? "Through" : "AtMost",
        ComparisonOperator.Greater => isDate ? "After" : "MoreThan",
        ComparisonOperator.GreaterOrEqual => isDate ? "FromDay" : "AtLeast",
        ComparisonOperator.Equal => "EqualTo",
        _ => "OtherThan",
    };

    private string Stated(ComparisonBoundExpression comparison, bool holds)
    {
        var relation = holds ? comparison.Operator : comparison.Operator.Opposite();
        var isDate = comparison.Left.Type.Kind == Facts.TypeKind.Date;
        return relation == ComparisonOperator.Equal
            ? wording.Fill("Is", NameOf(comparison.Left), NameOf(comparison.Right))
            : wording.Fill(
                "Related",
                NameOf(comparison.Left),
                wording.Fill(RelationOf(relation, isDate), NameOf(comparison.Right)));
    }

    private bool HasName(DefinitionSymbol definition)
    {
        if (!_haveNames.TryGetValue(definition, out var hasName))
        {
            hasName = HasName(definition.Value);
            _haveNames.Add(definition, hasName);
        }

        return hasName;
    }

    private string Joined(bool isAnd, IEnumerable<string> texts) => isAnd ? wording.All(texts) : wording.Either(texts);

    private string Label(Symbol symbol) => Wording.Inside(symbol.LabelIn(wording.Language));

    private string OutputName(DecisionSymbol decision, OutputSymbol output) => decision.Outputs.Count == 1
        ? Label(decision)
        : wording.Fill("OutputOf", Label(output), Label(decision));

    private static string WordOf(ArithmeticOperator operation) => operation switch
    {
        ArithmeticOperator.Add => "Plus",
        ArithmeticOperator.Subtract => "Minus",
        ArithmeticOperator.Multiply => "Times",
        _ => "DividedBy",
    };
}
