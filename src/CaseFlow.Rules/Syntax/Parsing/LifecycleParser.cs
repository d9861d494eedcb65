using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>
/// `lifecycle … for … end lifecycle` with its states; triggers are read by <see cref="TriggerParser"/>.
/// </summary>
internal sealed class LifecycleParser(
    TokenCursor cursor,
    NameParser names,
    CitationParser cites,
    FieldParser fields,
    ExpressionParser expressions)
{
    private static readonly Keyword[] ItemWords =
        [Keyword.State, Keyword.Initial, Keyword.Final, Keyword.Side, Keyword.Trigger, Keyword.EndLifecycle];

    private readonly TriggerParser _triggers = new(cursor, names, cites, fields, expressions);

    public DeclarationSyntax Lifecycle()
    {
        var start = cursor.Start;
        var opening = cursor.Take();
        var name = names.Name();
        var heading = cursor.SpanFrom(start);
        var aliases = names.Names();
        cursor.Expect(Keyword.For);
        var cases = expressions.Expression();
        var headFailed = cursor.Failed;
        if (headFailed)
        {
            cursor.Recover(StartsItem);
        }

        var states = new List<StateSyntax>();
        var triggers = new List<TriggerSyntax>();
        Items(states, triggers);
        if (!cursor.TryTake(Keyword.EndLifecycle))
        {
            var close = cursor.Table.Phrase(Keyword.EndLifecycle);
            cursor.FailNotClosed(heading, cursor.Quote(heading), close);
        }

        var span = cursor.SpanFrom(start);
        return headFailed
            ? new ErrorDeclaration(span) { Name = name.Text.Length == 0 ? null : name }
            : new LifecycleSyntax(name, aliases, cases, states, triggers, span);
    }

    private void Items(List<StateSyntax> states, List<TriggerSyntax> triggers)
    {
        while (!cursor.AtEnd && !cursor.At(Keyword.EndLifecycle) && !cursor.AtDeclaration)
        {
            if (cursor.AtAny(Keyword.Side, Keyword.Trigger))
            {
                triggers.Add(_triggers.Trigger());
            }
            else if (cursor.AtAny(Keyword.State, Keyword.Initial, Keyword.Final))
            {
                states.Add(State());
            }
            else
            {
                cursor.FailAtSurplus(ItemWords);
            }

            if (cursor.Failed)
            {
                cursor.Recover(StartsItem);
            }
        }
    }

    private StateSyntax State()
    {
        var start = cursor.Start;
        var kind = cursor.TryTake(Keyword.Initial) ? StateKind.Initial
            : cursor.TryTake(Keyword.Final) ? StateKind.Final
            : StateKind.Ordinary;
        cursor.Expect(Keyword.State);
        var name = names.Name();
        var aliases = names.Names();
        var superstate = cursor.TryTake(Keyword.SubstateOf) ? names.Name() : null;
        var noDeadline = cursor.TryTake(Keyword.NoDeadline) ? cites.Required() : null;
        IReadOnlyList<Name> starts = cursor.TryTake(Keyword.Starts) ? names.List() : [];
        return new StateSyntax(name, aliases, kind, superstate, noDeadline, starts, cursor.SpanFrom(start));
    }

    private static bool StartsItem(Token token) => token.IsAny(ItemWords);
}
