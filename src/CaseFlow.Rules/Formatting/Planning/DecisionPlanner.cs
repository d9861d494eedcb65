using CaseFlow.Rules.Formatting.Words;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>Decisions with their rules, exceptions and tables.</summary>
internal sealed class DecisionPlanner(Parts parts, ExpressionPlanner expressions)
{
    // Outputs and assignments share a line up to this width: beyond it the eye misses the second.
    private const int SharedWidth = 80;

    private readonly Layout _layout = parts.Layout;

    public void Decision(DecisionSyntax decision)
    {
        var gives = parts.First(decision.Outputs[0]) - 1;
        parts.Heading(parts.First(decision), gives - 1, decision.Names);
        Outputs(decision.Outputs, gives);
        _layout.Line(parts.First(decision.GoverningDate) - 1, Indents.Step);
        expressions.Plan(decision.GoverningDate);
        _layout.Line(parts.Pieces.First(decision.PolicySpan), Indents.Step);
        if (decision.Applies is { } applies)
        {
            _layout.Line(parts.First(applies) - 1, Indents.Step);
            expressions.Clause(applies);
        }

        foreach (var item in decision.Items)
        {
            Item(item);
        }

        if (decision.Otherwise is { } otherwise)
        {
            Otherwise(otherwise);
        }

        _layout.Closing(parts.Last(decision), 0, Indents.Step);
    }

    private void Outputs(IReadOnlyList<OutputSyntax> outputs, int gives)
    {
        _layout.Line(gives, Indents.Step);
        var last = parts.Last(outputs[^1]);
        var named = outputs.Any(output => output.Names.Labels.Count > 0);
        var shared = !named && _layout.Measures.Width(gives, last) <= SharedWidth;
        foreach (var output in outputs)
        {
            var names = parts.Names(output.Names).Select(name => name.Start);
            _layout.Group(parts.First(output), parts.Last(output), names, GroupStyle.Hang, Indents.Step, fills: true);
        }

        var starts = outputs.Skip(1).Select(parts.First);
        if (shared)
        {
            return;
        }

        var under = parts.Pieces[gives].Width + 1;
        foreach (var start in starts)
        {
            _layout.Line(start, Indents.Step + under);
        }
    }

    private void Item(DecisionItemSyntax item)
    {
        _layout.Line(parts.First(item), Indents.Step, BlankLine.Force);
        if (item is RuleSyntax rule)
        {
            Parents(rule.Parents);
            Versions(rule);
        }
        else
        {
            Table((TableSyntax)item);
        }
    }

    private void Parents(IReadOnlyList<Name> parents)
    {
        if (parents.Count > 1)
        {
            var points = parents.Skip(1).Select(parent => parts.First(parent) - 1);
            _layout.Group(
                parts.First(parents[0]), parts.Last(parents[^1]), points, GroupStyle.Under, 0, fills: true);
        }
    }

    private void Versions(RuleSyntax rule)
    {
        var versioned = parts.Pieces.Is(parts.First(rule.Versions[0]) - 1, Keyword.Version);
        foreach (var body in rule.Versions)
        {
            Body(body, versioned);
        }
    }

    private void Body(RuleBodySyntax body, bool versioned)
    {
        var indent = versioned ? Indents.Twice + Indents.Step : Indents.Twice;
        parts.CitesLine(body.Cites, indent);
        parts.VersionLine(body, body.Period, versioned, indent);

        if (body.When is { } when)
        {
            _layout.Line(parts.First(when) - 1, indent);
            expressions.Clause(when);
        }

        var then = parts.First(body.Effect) - 1;
        _layout.Line(then, indent);
        Effect(body.Effect, then, indent);
    }

    private void Effect(EffectSyntax effect, int first, int indent)
    {
        if (effect is AddEffect add)
        {
            expressions.Plan(add.Amount);
        }

        if (effect is not AssignEffect { Assignments: var assignments })
        {
            return;
        }

        foreach (var assignment in assignments)
        {
            expressions.Plan(assignment.Value);
        }

        var last = parts.Last(effect);
        var points = assignments.Skip(1).Select(assignment => parts.First(assignment) - 1).ToList();
        if (indent + _layout.Measures.Width(first, last) <= SharedWidth)
        {
            return;
        }

        // Each below the first, with its `and` before it.
        var start = indent + parts.Pieces[first].Width + 1;
        points.ForEach(point => _layout.Line(point, Math.Max(start - parts.Pieces[point].Width - 1, 0)));
    }

    private void Otherwise(OtherwiseSyntax otherwise)
    {
        var first = parts.First(otherwise);
        _layout.Line(first, Indents.Step, BlankLine.Force);
        parts.CitesLine(otherwise.Cites, Indents.Twice);
        Effect(otherwise.Effect, first, Indents.Step);
    }

    private void Table(TableSyntax table)
    {
        Parents(table.Parents);
        parts.CitesLine(table.Cites, Indents.Twice);
        parts.PeriodLine(table.Period, Indents.Twice);
        var last = parts.Last(table);
        var bars = Enumerable.Range(parts.First(table), last - parts.First(table))
            .Where(i => parts.Pieces[i].StartsRow).ToList();
        bars.ForEach(bar => _layout.Line(bar, Indents.Twice));
        _layout.Table(bars[0], last);
    }
}
