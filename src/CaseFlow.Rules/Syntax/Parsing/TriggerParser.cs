using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>A trigger with its bodies, whose clauses stand in any order around the one route.</summary>
internal sealed class TriggerParser(
    TokenCursor cursor,
    NameParser names,
    CitationParser cites,
    FieldParser fields,
    ExpressionParser expressions)
{
    private readonly MoveParser _moves = new(cursor, names, expressions);
    private readonly TriggerEffectParser _effects = new(cursor, names, expressions);

    /// <summary>
    /// A trigger. One that cannot be read keeps its name and has no body: what refers to it is no further fault.
    /// </summary>
    public TriggerSyntax Trigger()
    {
        var note = cursor.NoteAbove();
        var start = cursor.Start;
        var isSide = cursor.TryTake(Keyword.Side);
        cursor.Expect(Keyword.Trigger);
        var name = names.Name();
        var aliases = names.Names();
        var bodies = new List<TriggerBodySyntax?>();
        if (!cursor.At(Keyword.Version))
        {
            bodies.Add(Body(name));
        }

        while (cursor.TryTake(Keyword.Version))
        {
            bodies.Add(Body(name));
        }

        var readable = cursor.Failed ? [] : bodies.OfType<TriggerBodySyntax>().ToList();
        return new TriggerSyntax(name, aliases, isSide, readable, cursor.SpanFrom(start)) { Note = note };
    }

    // Null where the body has no route, which is reported.
    private TriggerBodySyntax? Body(Name trigger)
    {
        var start = cursor.Start;
        var clauses = new ClauseSet(cursor, trigger.Text);
        var body = new TriggerClauses();
        while (!cursor.AtEnd && TryClause(body, clauses))
        {
        }

        clauses.Require("route", Keyword.From, trigger.Span);
        return body.Build(cursor.SpanFrom(start));
    }

    private bool TryClause(TriggerClauses body, ClauseSet clauses)
    {
        clauses.Done();
        if (cursor.At(Keyword.From))
        {
            FromClause(body, clauses);
        }
        else if (cursor.At(Keyword.Per))
        {
            clauses.Note(Keyword.Per);
            body.Cites = cites.Required();
        }
        else if (cursor.At(Keyword.ByRole))
        {
            clauses.Note(Keyword.ByRole);
            cursor.Take();
            body.Roles = names.List();
        }
        else if (cursor.At(Keyword.Needs))
        {
            clauses.Note(Keyword.Needs);
            body.Needs = fields.Block(cursor.Take().Text);
        }
        else if (cursor.At(Keyword.Guard))
        {
            body.Guards.Add(Guard());
        }
        else
        {
            return _effects.TryEffect(body.Effects, clauses);
        }

        return true;
    }

    // `from 2026-07-01` is a period, `from accepted` a route.
    private void FromClause(TriggerClauses body, ClauseSet clauses)
    {
        if (cursor.Ahead(1).Kind == TokenKind.Date)
        {
            clauses.Note("period");
            body.Period = cites.Period();
            return;
        }

        clauses.Note("route");
        body.From = _moves.Source();
        body.Move = _moves.Move();
    }

    private GuardSyntax Guard()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Guard);
        var name = names.Name();
        var per = cites.Required();
        var period = cites.OptionalPeriod();
        cursor.Expect(TokenKind.Colon);
        var condition = expressions.Expression();
        cursor.Expect(Keyword.RefuseWith);
        var refusal = names.Text();
        var labels = new List<LabelSyntax>();
        while (cursor.At(Keyword.Label))
        {
            labels.Add(names.Label());
        }

        return new GuardSyntax(name, per, period, condition, refusal, labels, cursor.SpanFrom(start));
    }
}
