using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>What an expression reads from outside itself.</summary>
internal interface IReadings
{
    /// <summary>A fact; its assumption where nobody has told; else unknown.</summary>
    Value Fact(FieldSymbol fact);

    /// <summary>A field that a record does not tell: its assumption, else unknown under that path.</summary>
    Value Unrecorded(FieldSymbol field, string path);

    /// <summary>
    /// A definition at a governing date; unknown with itself in the way where it is not in force then.
    /// </summary>
    Value Definition(DefinitionSymbol definition, DateOnly? governingDate);

    /// <summary>An output of another decision.</summary>
    Value Output(DecisionSymbol decision, OutputSymbol output);

    /// <summary>
    /// A parameter at a governing date. Before its first day it has no value: a fault (CF2304). While the governing
    /// date itself is being found (null), and for a check, the latest value counts.
    /// </summary>
    Value Parameter(ParameterSymbol parameter, DateOnly? governingDate);

    /// <summary>An input of the trigger being fired.</summary>
    Value Input(FieldSymbol input);

    /// <summary>A property of the case.</summary>
    Value Case(CaseExpression property);

    /// <summary>Whether a text mentions what an expression asks for.</summary>
    bool Mentions(MentionsBoundExpression mentions, string text);

    /// <summary>What a total of nothing is.</summary>
    Value Zero(RuleType type);

    /// <summary>The day of the call.</summary>
    Value Today();

    /// <summary>The data of a calendar; null for none.</summary>
    WorkingCalendar? Calendar(CalendarSymbol? calendar);
}
