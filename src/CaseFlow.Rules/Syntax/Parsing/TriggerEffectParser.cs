using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>What a trigger does to deadlines and facts.</summary>
internal sealed class TriggerEffectParser(TokenCursor cursor, NameParser names, ExpressionParser expressions)
{
    private static readonly (Keyword Word, DeadlineEffectKind Kind)[] OnDeadlines =
    [
        (Keyword.Starts, DeadlineEffectKind.Starts), (Keyword.Meets, DeadlineEffectKind.Meets),
        (Keyword.Voids, DeadlineEffectKind.Voids), (Keyword.Suspends, DeadlineEffectKind.Suspends),
        (Keyword.Resumes, DeadlineEffectKind.Resumes),
    ];

    /// <summary>Reads an effect; false where none begins here.</summary>
    public bool TryEffect(List<TriggerEffectSyntax> effects, ClauseSet clauses)
    {
        var start = cursor.Start;
        if (cursor.At(Keyword.Sets))
        {
            effects.Add(Sets(start, clauses));
            return true;
        }

        if (cursor.TryTake(Keyword.Extends))
        {
            var deadline = names.Name();
            cursor.Expect(Keyword.ByTerm);
            effects.Add(new ExtendsEffect(deadline, expressions.Sum(), cursor.SpanFrom(start)));
            return true;
        }

        foreach (var (word, kind) in OnDeadlines)
        {
            if (cursor.TryTake(word))
            {
                effects.Add(OnDeadline(kind, start));
                return true;
            }
        }

        return false;
    }

    private DeadlineEffect OnDeadline(DeadlineEffectKind kind, int start)
    {
        var deadlines = names.List();
        if (kind is not (DeadlineEffectKind.Suspends or DeadlineEffectKind.Resumes))
        {
            return new DeadlineEffect(kind, deadlines, null, cursor.SpanFrom(start));
        }

        cursor.Expect(Keyword.From);
        return new DeadlineEffect(kind, deadlines, names.Path(), cursor.SpanFrom(start));
    }

    private SetsEffect Sets(int start, ClauseSet clauses)
    {
        var word = cursor.Take();
        var path = names.Path();
        clauses.Note(word, IdentifierFolding.Fold(path.Text), path.Text);
        cursor.Expect(Keyword.Is);
        return new SetsEffect(path, expressions.SumOrMissing(), cursor.SpanFrom(start));
    }
}
