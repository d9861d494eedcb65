using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>`decision … end decision`.</summary>
internal sealed class DecisionParser(
    TokenCursor cursor,
    NameParser names,
    TypeParser types,
    CitationParser cites,
    LiteralParser literals,
    ExpressionParser expressions)
{
    private static readonly (Keyword Word, HitPolicy Policy)[] Policies =
    [
        (Keyword.Single, HitPolicy.Single), (Keyword.FirstHit, HitPolicy.First), (Keyword.Collect, HitPolicy.Collect),
        (Keyword.Sum, HitPolicy.Sum), (Keyword.Highest, HitPolicy.Highest), (Keyword.Lowest, HitPolicy.Lowest),
    ];

    private static readonly Keyword[] ItemWords =
        [Keyword.Rule, Keyword.Exception, Keyword.Table, Keyword.Otherwise, Keyword.EndDecision];

    private readonly RuleParser _rules = new(cursor, names, cites, expressions);
    private readonly TableParser _tables = new(cursor, names, cites, expressions);

    public DeclarationSyntax Decision()
    {
        var start = cursor.Start;
        var opening = cursor.Take();
        var name = names.Name();
        var heading = cursor.SpanFrom(start);
        var head = Head(name, start);
        var headFailed = cursor.Failed;
        if (headFailed)
        {
            cursor.Recover(StartsItem);
        }

        var (items, otherwise) = Items(opening);
        if (!cursor.TryTake(Keyword.EndDecision))
        {
            cursor.FailNotClosed(heading, cursor.Quote(heading), cursor.Table.Phrase(Keyword.EndDecision));
        }

        var span = cursor.SpanFrom(start);
        return headFailed
            ? new ErrorDeclaration(span) { Name = name.Text.Length == 0 ? null : name }
            : head with { Items = items, Otherwise = otherwise, Span = span };
    }

    private DecisionSyntax Head(Name name, int start)
    {
        var aliases = names.Names();
        cursor.Expect(Keyword.Gives);
        var outputs = new List<OutputSyntax> { Output() };
        while (cursor.TryTake(TokenKind.Comma))
        {
            outputs.Add(Output());
        }

        cursor.Expect(Keyword.ByDate);
        var governing = expressions.Sum();
        var policyStart = cursor.Start;
        cursor.Expect(Keyword.Hit);
        var policy = Policy();
        var distinct = policy == HitPolicy.Collect && cursor.TryTake(Keyword.Distinct);
        var policySpan = cursor.SpanFrom(policyStart);
        var clamp = cursor.At(Keyword.Clamp) ? Clamp() : null;
        var applies = cursor.TryTake(Keyword.AppliesWhen) ? expressions.Expression() : null;
        return new DecisionSyntax(
            name, aliases, outputs, governing, policy, distinct, clamp, applies, [], null, cursor.SpanFrom(start))
        {
            PolicySpan = policySpan,
        };
    }

    private OutputSyntax Output()
    {
        var start = cursor.Start;
        var name = names.Name();
        cursor.Expect(TokenKind.Colon);
        var type = types.Type();
        return new OutputSyntax(name, type, names.Names(), cursor.SpanFrom(start));
    }

    private HitPolicy Policy()
    {
        foreach (var (word, policy) in Policies)
        {
            if (cursor.TryTake(word))
            {
                return policy;
            }
        }

        cursor.FailExpecting(string.Join(", ", Policies.Select(policy => cursor.Show(policy.Word))));
        return HitPolicy.Single;
    }

    private ClampSyntax Clamp()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Clamp);
        var low = literals.Literal();
        cursor.Expect(Keyword.To);
        return new ClampSyntax(low, literals.Literal(), cursor.SpanFrom(start));
    }

    private (List<DecisionItemSyntax> Items, OtherwiseSyntax? Otherwise) Items(Token opening)
    {
        var items = new List<DecisionItemSyntax>();
        OtherwiseSyntax? otherwise = null;
        while (!cursor.AtEnd && !cursor.At(Keyword.EndDecision) && !cursor.AtDeclaration)
        {
            if (cursor.At(Keyword.Otherwise))
            {
                otherwise = Otherwise(otherwise, opening);
            }
            else
            {
                Item(items, otherwise, opening);
            }

            if (cursor.Failed)
            {
                cursor.Recover(StartsItem);
            }
        }

        return (items, otherwise);
    }

    private void Item(List<DecisionItemSyntax> items, OtherwiseSyntax? otherwise, Token opening)
    {
        var word = cursor.Current;
        if (!StartsItem(word))
        {
            cursor.FailAtSurplus(ItemWords);
            return;
        }

        if (otherwise is not null)
        {
            cursor.Report(RulesCodes.MisplacedItem, cursor.SpanOf(word), word.Text, opening.Text);
        }

        items.Add(word.Is(Keyword.Table) ? _tables.Table() : _rules.Rule());
    }

    private OtherwiseSyntax Otherwise(OtherwiseSyntax? former, Token opening)
    {
        var start = cursor.Start;
        var clauses = new ClauseSet(cursor, opening.Text);
        if (former is not null)
        {
            clauses.Repeat(cursor.Current, former.Span);
        }

        cursor.Expect(Keyword.Otherwise);
        var otherwise = new OtherwiseSyntax(_rules.Effect(), cites.Required(), cursor.SpanFrom(start));
        clauses.Done();
        return otherwise with { Span = cursor.SpanFrom(start) };
    }

    private static bool StartsItem(Token token) => token.IsAny(ItemWords);
}
