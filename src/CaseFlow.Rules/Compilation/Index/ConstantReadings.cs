using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation.Index;

/// <summary>
/// Lets the interpreter evaluate what hangs on constants and parameters only: so a table of what cells say is made by
/// the very code that it stands for.
/// </summary>
internal sealed class ConstantReadings(ParameterSet parameters) : IReadings
{
    /// <summary>The value of an expression of constants and parameters on a governing date.</summary>
    /// <exception cref="EvaluationFaultException">It has none, such as a parameter before its first day.</exception>
    public static Value Evaluate(BoundExpression expression, ParameterSet parameters, DateOnly day) =>
        new Interpreter(new ConstantReadings(parameters)).Evaluate(expression, new Scope(day));

    Value IReadings.Parameter(ParameterSymbol parameter, DateOnly? governingDate) =>
        parameters.On(parameter, governingDate);

    Value IReadings.Fact(FieldSymbol fact) => throw NoConstant();

    Value IReadings.Unrecorded(FieldSymbol field, string path) => throw NoConstant();

    Value IReadings.Definition(DefinitionSymbol definition, DateOnly? governingDate) => throw NoConstant();

    Value IReadings.Output(DecisionSymbol decision, OutputSymbol output) => throw NoConstant();

    Value IReadings.Input(FieldSymbol input) => throw NoConstant();

    Value IReadings.Case(CaseExpression property) => throw NoConstant();

    bool IReadings.Mentions(MentionsBoundExpression mentions, string text) => throw NoConstant();

    Value IReadings.Zero(RuleType type) => throw NoConstant();

    Value IReadings.Today() => throw NoConstant();

    WorkingCalendar? IReadings.Calendar(CalendarSymbol? calendar) => throw NoConstant();

    private static InvalidOperationException NoConstant() => new("Something else than constants was read.");
}
