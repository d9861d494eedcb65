using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>Expressions outside decisions: guards over inputs and the case.</summary>
public sealed class ValueTests
{
    private static readonly FieldSymbol Reason = new("reason", RuleType.Text, Nowhere);
    private static readonly FieldSymbol Note = new("note", RuleType.Text.AsOptional(), Nowhere);

    [Fact]
    public void Value_OfInputs_TellsGivenMissingAndUnknownApart()
    {
        var context = new EvaluationContext(Told.Today) { Inputs =
            new Dictionary<FieldSymbol, Value> { [Reason] = new TextValue("x") } };
        var told = new PackBuilder().Build().Evaluate(CaseFacts.None, context);
        var untold = new PackBuilder().Build().Evaluate(CaseFacts.None, new EvaluationContext(Told.Today));

        told.Value(new InputExpression(Reason, Nowhere)).Should().Be(new TextValue("x"));
        untold.Value(new InputExpression(Reason, Nowhere)).Should().Be(UnknownValue.OfFact("reason"));
        untold.Value(new InputExpression(Note, Nowhere)).Should().Be(MissingValue.Instance);
    }

    [Fact]
    public void Value_OfTheCase_IsUnknownWithoutOne()
    {
        var due = new CaseExpression(CaseProperty.Due, "resolution", RuleType.Date.AsOptional(), Nowhere);
        var view = new CaseView("accepted", new DateOnly(2026, 1, 2), null, "h", "a",
            new Dictionary<string, DateOnly> { ["resolution"] = new(2026, 2, 2) });
        var pack = new PackBuilder().Build();
        var inside = pack.Evaluate(CaseFacts.None, new EvaluationContext(Told.Today) { Case = view });

        inside.Value(due).Should().Be(new DateValue(new DateOnly(2026, 2, 2)));
        inside.Value(due with { Deadline = "other" }).Should().Be(MissingValue.Instance);
        inside.Value(due with { Property = CaseProperty.Parent }).Should().Be(MissingValue.Instance);
        inside.Value(due with { Property = CaseProperty.State }).Should().Be(new TextValue("accepted"));
        pack.Evaluate(CaseFacts.None, new EvaluationContext(Told.Today))
            .Value(due).Should().Be(UnknownValue.OfFact("case.due.resolution"));
    }

    [Theory]
    [InlineData(ComparisonOperator.Equal, false)]
    [InlineData(ComparisonOperator.NotEqual, true)]
    [InlineData(ComparisonOperator.Less, false)]
    [InlineData(ComparisonOperator.GreaterOrEqual, false)]
    public void Compare_WithMissing_IsEqualOnlyToMissing(ComparisonOperator comparison, bool expected) =>
        ValueComparison.Compare(comparison, MissingValue.Instance, new NumberValue(1))
            .Should().Be(BooleanValue.Of(expected));

    [Fact]
    public void HashCodes_OfRecordsAndLists_TellTheirContentApart()
    {
        var record = new RecordSymbol("r", Nowhere);
        var all = Enumerable.Range(0, 100).Select(number => new NumberValue(number)).ToList();

        all.Select(value => new RecordValue(record, Fields((Reason, value))).GetHashCode()).Distinct()
            .Should().HaveCountGreaterThan(90, "a set of records is looked through by them");
        all.Select(value => new ListValue([value]).GetHashCode()).Distinct().Should().HaveCountGreaterThan(90);
        new RecordValue(record, Fields((Reason, all[1]), (Note, all[2]))).GetHashCode()
            .Should().Be(new RecordValue(record, Fields((Note, all[2]), (Reason, all[1]))).GetHashCode());
    }

    private static Dictionary<FieldSymbol, Value> Fields(params (FieldSymbol Field, Value Value)[] told) =>
        told.ToDictionary(field => field.Field, field => field.Value);

    [Fact]
    public void Value_OfADefinition_IsReadAtTheGoverningDateGiven()
    {
        var pack = new PackBuilder();
        var definition = pack.Define("d", Number(1), new LawPeriod(new DateOnly(2019, 1, 1), null));
        var evaluation = pack.Build().Evaluate(CaseFacts.None, new EvaluationContext(Told.Today));

        evaluation.Value(definition).Should().Be(new NumberValue(1));
        evaluation.Value(definition, new DateOnly(2018, 12, 31)).Should().Be(UnknownValue.OfBlock("d"));
    }
}
