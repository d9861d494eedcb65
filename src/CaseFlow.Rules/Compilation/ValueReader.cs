using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>Reads one value from a frame. The commonest kinds need no code of their own.</summary>
internal abstract class ValueReader
{
    /// <summary>The value.</summary>
    public abstract Value Read(Frame frame);

    /// <summary>A reader of an expression; what needs code is added to a unit.</summary>
    public static ValueReader Of(BoundExpression expression, PackCode code, CodeUnit unit) => expression switch
    {
        ConstantExpression constant => new OfConstant(constant.Value),
        FactExpression { Fact.Assumed: null } fact => new OfFact(fact.Fact),
        TodayBoundExpression => new OfToday(),
        DefinitionExpression definition => new OfDefinition(code.NumberOf(definition.Definition)),
        OutputExpression output => new OfOutput(code.NumberOf(output.Decision), output.Output),
        _ => new OfCode(unit, unit.AddValue(expression)),
    };

    private sealed class OfConstant(Value value) : ValueReader
    {
        public override Value Read(Frame frame) => value;
    }

    private sealed class OfFact(FieldSymbol fact) : ValueReader
    {
        public override Value Read(Frame frame) => frame.Fact(fact);
    }

    private sealed class OfToday : ValueReader
    {
        public override Value Read(Frame frame) => frame.Today();
    }

    private sealed class OfDefinition(int number) : ValueReader
    {
        public override Value Read(Frame frame) => frame.Definition(number);
    }

    private sealed class OfOutput(int number, OutputSymbol output) : ValueReader
    {
        public override Value Read(Frame frame) => frame.Output(number, output);
    }

    private sealed class OfCode(CodeUnit unit, int number) : ValueReader
    {
        public override Value Read(Frame frame) => unit.Value(frame, number);
    }
}
