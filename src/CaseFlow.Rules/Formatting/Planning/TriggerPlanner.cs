using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>Triggers of lifecycles: a clause a line, in the author's order.</summary>
internal sealed class TriggerPlanner(Parts parts, ExpressionPlanner expressions, VocabularyPlanner vocabulary)
{
    private readonly Layout _layout = parts.Layout;

    public void Trigger(TriggerSyntax trigger)
    {
        var first = parts.First(trigger);
        var versioned = parts.Pieces.Is(parts.First(trigger.Versions[0]) - 1, Keyword.Version);
        var body = parts.First(trigger.Versions[0]) - (versioned ? 1 : 0);
        parts.Heading(first, body - 1, trigger.Names);
        foreach (var version in trigger.Versions)
        {
            Body(version, versioned);
        }
    }

    private void Body(TriggerBodySyntax body, bool versioned)
    {
        var indent = versioned ? Indents.Twice + Indents.Step : Indents.Twice;
        parts.CitesLine(body.Cites, indent);
        parts.NamesLine(body.Roles, indent);
        Route(body, indent);
        foreach (var needs in parts.Find(Keyword.Needs, parts.First(body), parts.Last(body)))
        {
            vocabulary.Needs(needs, body.Needs, indent);
        }

        foreach (var guard in body.Guards)
        {
            Guard(guard, indent);
        }

        foreach (var effect in body.Effects)
        {
            _layout.Line(parts.First(effect), indent);
            Effect(effect);
        }

        parts.VersionLine(body, body.Period, versioned, indent);
    }

    private void Route(TriggerBodySyntax body, int indent)
    {
        var from = parts.First(body.From);
        _layout.Line(from, indent);
        parts.List(body.From.States);
        parts.List(body.From.Except);
        var except = body.From.Except.Count > 0 ? [parts.First(body.From.Except[0]) - 1] : Array.Empty<int>();
        int[] points = [.. except, parts.First(body.Move)];
        _layout.Group(from, parts.Last(body.Move), points, GroupStyle.Indent, Indents.Step, fills: true);
        if (body.Move is FirstOfMove move)
        {
            SyntaxNode[] choices = [.. move.Choices, move.Otherwise];
            var starts = choices.Select(parts.First).ToList();
            starts[^1]--;
            var last = parts.Last(move.Otherwise);
            _layout.Group(starts[0], last, starts, GroupStyle.Indent, Indents.Twice, fills: false);
            foreach (var choice in move.Choices)
            {
                expressions.Plan(choice.When);
            }
        }
    }

    private void Guard(GuardSyntax guard, int indent)
    {
        const int WordsOfRefusal = 2;
        var first = parts.First(guard);
        var condition = parts.First(guard.Condition);
        _layout.Line(first, indent);
        _layout.Group(
            first, parts.Last(guard.Condition), [condition], GroupStyle.Indent, Indents.Step, fills: false);
        parts.List(guard.Cites);
        expressions.Plan(guard.Condition);
        var last = parts.Last(guard);
        var labels = guard.RefusalLabels.Select(label => parts.Pieces.First(label.Span)).ToList();
        var refusal = (labels.Count > 0 ? labels[0] : last + 1) - WordsOfRefusal;
        _layout.Line(refusal, indent + Indents.Step);
        _layout.Group(refusal, last, labels, GroupStyle.Indent, 0, fills: false);
    }

    private void Effect(TriggerEffectSyntax effect)
    {
        switch (effect)
        {
            case DeadlineEffect deadlines:
                parts.List(deadlines.Deadlines);
                break;
            case ExtendsEffect extends:
                expressions.Plan(extends.By);
                break;
            case SetsEffect sets:
                expressions.Plan(sets.Value);
                break;
        }
    }
}
