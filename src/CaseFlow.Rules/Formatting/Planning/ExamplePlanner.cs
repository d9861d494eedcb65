using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>Examples, checks and transitional clauses.</summary>
internal sealed class ExamplePlanner(Parts parts, ExpressionPlanner expressions)
{
    public void Example(ExampleSyntax example)
    {
        const int WordsBeforeGiven = 2;
        if (example.Today is not null)
        {
            parts.Layout.Line(parts.First(example) + WordsBeforeGiven, Indents.Step);
        }

        Below(example.Given);
        Below(example.Wants);
        foreach (var fact in example.Given.OfType<GivenFact>())
        {
            Value(fact.Value);
        }

        foreach (var want in example.Wants)
        {
            Want(want);
        }
    }

    public void Check(CheckSyntax check)
    {
        expressions.Clause(check.Condition);
        parts.Layout.Line(parts.Last(check) - 1, Indents.Step);
    }

    public void Transitional(TransitionalSyntax transitional)
    {
        parts.List(transitional.Decisions);
        parts.CitesLine(transitional.Cites, Indents.Step);
        parts.Layout.Line(parts.First(transitional.When) - 1, Indents.Step);
        expressions.Clause(transitional.When);
        const int WordsBeforeDate = 2;
        parts.Layout.Line(parts.First(transitional.LawDate) - WordsBeforeDate, Indents.Step);
        expressions.Plan(transitional.LawDate);
    }

    // `given a`, and each further one below the first with its `and` before it.
    private void Below(IReadOnlyList<SyntaxNode> nodes)
    {
        var word = parts.First(nodes[0]) - 1;
        parts.Layout.Line(word, Indents.Step);
        var column = Indents.Step + parts.Pieces[word].Width;
        foreach (var node in nodes.Skip(1))
        {
            var and = parts.First(node) - 1;
            parts.Layout.Line(and, Math.Max(column - parts.Pieces[and].Width, 0));
        }
    }

    private void Value(GivenValueSyntax value)
    {
        switch (value)
        {
            case GivenList list:
                parts.List(list.Items);
                foreach (var item in list.Items)
                {
                    Value(item);
                }

                break;
            case GivenRecord record:
                parts.List(record.Fields);
                foreach (var field in record.Fields.OfType<GivenFact>())
                {
                    Value(field.Value);
                }

                break;
        }
    }

    private void Want(WantSyntax want)
    {
        switch (want)
        {
            case WantValue value:
                expressions.Plan(value.Value);
                break;
            case WantRules rules:
                parts.List(rules.Rules);
                break;
            case WantMissing missing:
                parts.List(missing.Facts);
                break;
        }
    }
}
