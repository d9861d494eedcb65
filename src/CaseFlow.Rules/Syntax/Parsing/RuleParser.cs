using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>Rules and exceptions of a decision, with their versions and effects.</summary>
internal sealed class RuleParser(
    TokenCursor cursor, NameParser names, CitationParser cites, ExpressionParser expressions)
{
    /// <summary>
    /// A rule or an exception. One that cannot be read keeps its name and has no version: what refers to it is no
    /// further fault.
    /// </summary>
    public RuleSyntax Rule()
    {
        var note = cursor.NoteAbove();
        var start = cursor.Start;
        var isException = cursor.Take().Is(Keyword.Exception);
        var name = names.Name();
        var parents = isException ? Parents() : [];
        var regardless = isException && cursor.TryTake(Keyword.Regardless);
        var versions = Versions(name);
        return new RuleSyntax(name, parents, regardless, cursor.Failed ? [] : [.. versions], cursor.SpanFrom(start))
        {
            Note = note,
            End = cursor.Behind,
        };
    }

    public EffectSyntax Effect()
    {
        var start = cursor.Start;
        if (cursor.TryTake(Keyword.DoesNotApply))
        {
            return new NotApplyEffect(cursor.SpanFrom(start));
        }

        if (cursor.TryTake(Keyword.Add))
        {
            return new AddEffect(expressions.Sum(), cursor.SpanFrom(start));
        }

        var assignments = new List<AssignmentSyntax> { Assignment() };
        while (cursor.TryTake(Keyword.And))
        {
            assignments.Add(Assignment());
        }

        return new AssignEffect([.. assignments], cursor.SpanFrom(start));
    }

    private IReadOnlyList<Name> Parents()
    {
        cursor.Expect(Keyword.To);
        return names.JoinedByAnd();
    }

    private List<RuleBodySyntax> Versions(Name rule)
    {
        var versions = new List<RuleBodySyntax>();
        if (!cursor.At(Keyword.Version))
        {
            versions.Add(Body(rule));
        }

        while (cursor.TryTake(Keyword.Version))
        {
            versions.Add(Body(rule));
        }

        return versions;
    }

    private RuleBodySyntax Body(Name rule)
    {
        var start = cursor.Start;
        var (per, period) = cites.WithPeriod(new ClauseSet(cursor, rule.Text));
        var when = cursor.TryTake(Keyword.When) ? expressions.Expression() : null;
        cursor.Expect(Keyword.Then);
        var effect = Effect();
        return new RuleBodySyntax(per, period, when, effect, cursor.SpanFrom(start));
    }

    private AssignmentSyntax Assignment()
    {
        var start = cursor.Start;
        var output = names.Name();
        cursor.Expect(Keyword.Is);
        return new AssignmentSyntax(output, expressions.SumOrMissing(), cursor.SpanFrom(start));
    }
}
