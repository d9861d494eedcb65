using System.Globalization;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Expressions;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>Has every expression of a program looked at by its language before anything is run.</summary>
internal static class ExpressionCheck
{
    public static void Run(WorkflowProgram program, ExpressionLanguages languages, FindingList findings)
    {
        foreach (var node in program.Nodes)
        {
            node.Activity.Check(new ExpressionPlace(program, node, "type", findings), languages);
            foreach (var (name, input) in node.Definition.Inputs)
            {
                Check(input.Expression, languages, new ExpressionPlace(program, node, name, findings));
            }

            for (var index = 0; index < node.Definition.Cases.Count; index++)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"cases[{index}].condition");
                Check(
                    node.Definition.Cases[index].Condition, languages,
                    new ExpressionPlace(program, node, place, findings));
            }
        }
    }

    private static void Check(ExpressionDefinition? expression, ExpressionLanguages languages, ExpressionPlace place)
    {
        if (expression is null)
        {
            return;
        }

        if (languages.Find(expression.Type) is { } language)
        {
            language.Check(expression.Value, place);
        }
        else
        {
            place.Warn(WorkflowCodes.UnknownLanguage, expression.Type);
        }
    }
}
