using System.Globalization;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>
/// A box in the author's own names and signs, the same in every language: `kind = complaint, sites &lt; 2`.
/// </summary>
internal sealed class BoxText(Variables variables, ModuleWords words)
{
    // A line with more holes than this is told by the first ones.
    private const int MostRanges = 6;

    /// <summary>The text; `…` where every case is meant.</summary>
    public string Of(Box box)
    {
        var sides = box.Sides.OrderBy(side => side.Key)
            .Select(side => Side(variables[side.Key], side.Value))
            .Concat(box.Conditions.Select(item => Condition(item.Condition.Expression, item.Holds)))
            .ToList();
        return sides.Count == 0 ? "…" : string.Join(", ", sides);
    }

    /// <summary>The text of a box, or of the case that shows it where the box hangs on what is computed.</summary>
    public string Of(Box box, CaseSketch? shown) =>
        shown is null || box.Sides.Keys.All(level => variables[level].Kind == VariableKind.Told)
            ? Of(box)
            : string.Join(", ", shown.Facts.Known.Select(fact =>
                words.Path(fact.Key) + " = " + (words.Value(fact.Value) ?? "…")));

    // `resolver.level ≠ petition.received_at`, `anonymous = no`.
    private string Condition(BoundExpression condition, bool holds) => condition is ComparisonBoundExpression comparison
        ? Name(comparison.Left) + " " + Sign(comparison.Operator, holds) + " " + Name(comparison.Right)
        : Name(condition) + " = " + words.Word(holds ? Keyword.Yes : Keyword.No);

    private static string Sign(ComparisonOperator comparison, bool holds) => (comparison, holds) switch
    {
        (ComparisonOperator.Equal, true) or (ComparisonOperator.NotEqual, false) => "=",
        (ComparisonOperator.Equal, false) or (ComparisonOperator.NotEqual, true) => "≠",
        (ComparisonOperator.Less, true) or (ComparisonOperator.GreaterOrEqual, false) => "<",
        (ComparisonOperator.LessOrEqual, true) or (ComparisonOperator.Greater, false) => "<=",
        (ComparisonOperator.Greater, true) or (ComparisonOperator.LessOrEqual, false) => ">",
        _ => ">=",
    };

    private string Side(Variable variable, IReadOnlyList<Stretch> stretches)
    {
        if (variable.Kind == VariableKind.Order)
        {
            return Name(variable.Expression) + " " + Signs(stretches) + " " + Name(variable.Other!);
        }

        if (variable.Type.Kind is TypeKind.Boolean or TypeKind.Enum or TypeKind.Text)
        {
            var values = Listed(variable, stretches).Select(words.Value);
            return Name(variable.Expression) + " = " + string.Join(" | ", values);
        }

        var ranges = stretches.Take(MostRanges).Select(stretch => Range(variable, stretch));
        return string.Join(" | ", stretches.Count > MostRanges ? ranges.Append("…") : ranges);
    }

    private static IEnumerable<Value> Listed(Variable variable, IReadOnlyList<Stretch> stretches)
    {
        if (variable.IsOptional && stretches[0].From is null)
        {
            yield return MissingValue.Instance;
        }

        var count = variable.Type.Kind switch
        {
            TypeKind.Boolean => 2,
            TypeKind.Enum => variable.Type.Enum!.Members.Count,
            _ => 0,
        };
        for (var place = 0; place < count; place++)
        {
            if (stretches.Any(stretch => Holds(stretch, place)))
            {
                yield return variable.ValueAt(place);
            }
        }

        if (count == 0)
        {
            yield return Points.On(variable, stretches[0]).First();
        }
    }

    private static bool Holds(Stretch stretch, decimal position) =>
        (stretch.From is not { } from || from.CompareTo(Cut.Before(position)) <= 0)
        && (stretch.To is not { } to || to.CompareTo(Cut.After(position)) >= 0
            || to == Cut.Before(position + 1));

    private static string Signs(IReadOnlyList<Stretch> stretches)
    {
        string[] signs = ["<", "=", ">"];
        return string.Join('|', signs.Where((_, place) => stretches.Any(stretch => Holds(stretch, place))));
    }

    // `x = 3`, `x < 3`, `3 <= x < 5`.
    private string Range(Variable variable, Stretch stretch)
    {
        var name = Name(variable.Expression);
        if (stretch.To == Cut.AfterMissing)
        {
            return name + " = " + words.Word(Keyword.Missing);
        }

        var low = stretch.From is { } from && from != Cut.AfterMissing ? (Cut?)from : null;
        var isOne = low is { IsAfter: false } && stretch.To is { } end
            && end == (variable.IsDense ? Cut.After(low.Value.At) : Cut.Before(low.Value.At + 1));
        return isOne
            ? name + " = " + Text(variable, low!.Value.At)
            : Low(variable, low) + name + High(variable, stretch.To);
    }

    private string Low(Variable variable, Cut? low) => low is { } cut && Points.IsValue(variable, cut.At)
        ? Text(variable, cut.At) + (cut.IsAfter ? " < " : " <= ")
        : "";

    private string High(Variable variable, Cut? high) => high is { } cut && Points.IsValue(variable, cut.At)
        ? (cut.IsAfter ? " <= " : " < ") + Text(variable, cut.At)
        : "";

    private string Text(Variable variable, decimal position) =>
        variable.Type.Kind is TypeKind.Duration or TypeKind.Date or TypeKind.Money
            ? words.Value(variable.ValueAt(position)) ?? ""
            : position.ToString(CultureInfo.InvariantCulture);

    private string Name(BoundExpression expression) => expression switch
    {
        FactExpression fact => words.Path(fact.Fact),
        FieldExpression field => Name(field.Target) + "." + words.Name(field.Field),
        DefinitionExpression definition => words.Name(definition.Definition),
        OutputExpression output => words.Name(output.Decision) + "." + words.Name(output.Output),
        InputExpression input => words.Name(input.Input),
        ParameterExpression parameter => words.Name(parameter.Parameter),
        ConstantExpression constant => words.Value(constant.Value) ?? "…",
        TodayBoundExpression => words.Word(Keyword.Today),
        _ => ExpressionText.Of(expression),
    };
}
