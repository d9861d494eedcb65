using CaseFlow.Rules.Formatting.Words;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>Enums, records, facts, word lists, calendars, parameters and definitions.</summary>
internal sealed class VocabularyPlanner(Parts parts, ExpressionPlanner expressions, RowPlanner rows)
{
    // An enum of plain names up to this width is one line.
    private const int EnumWidth = 100;

    public void Enum(EnumSyntax item)
    {
        var (first, last) = (parts.First(item), parts.Last(item));
        var labelled = item.Members.Any(member => member.Names.Labels.Count > 0);
        if (!labelled && parts.Layout.Measures.Width(first, last) <= EnumWidth)
        {
            return;
        }

        Block(first, item.Name, item.Names, item.Members, last, 0, rows.Member);
    }

    public void Fields(DeclarationSyntax item, Name name, NamesSyntax names, IReadOnlyList<FieldSyntax> fields) =>
        Block(parts.First(item), name, names, fields, parts.Last(item), 0, rows.Field);

    /// <summary>The fields that a trigger needs: one stands in its line, more in a block.</summary>
    public void Needs(int first, IReadOnlyList<FieldSyntax> fields, int indent)
    {
        parts.Layout.Line(first, indent);
        var close = fields.Count == 0 ? first : parts.Last(fields[^1]) + 1;
        var width = indent + parts.Layout.Measures.Width(first, close);
        if (fields.Count > 1 || (fields.Count == 1 && width > RuleFormatter.MaxWidth))
        {
            Members(fields, close, indent, rows.Field);
        }
    }

    public void WordList(WordsSyntax words)
    {
        var texts = parts.Find(TokenKind.Text, parts.First(words.Name) + 1, parts.Last(words)).ToList();
        parts.List(texts, texts[^1]);
    }

    public void Calendar(CalendarSyntax calendar)
    {
        Keyword[] clauses =
        [
            Keyword.Weekend, Keyword.HolidaysFrom, Keyword.CountFromNextDay, Keyword.CountFromSameDay,
            Keyword.MonthsClamp, Keyword.MonthsSpill, Keyword.LastDayRolls, Keyword.LastDayStays,
        ];
        parts.CitesLine(calendar.Cites, Indents.Step);
        var (first, last) = (parts.Last(calendar.Cites[^1]) + 1, parts.Last(calendar));
        foreach (var clause in clauses.SelectMany(word => parts.Find(word, first, last)))
        {
            parts.Layout.Line(clause, Indents.Step);
        }

        parts.List(calendar.Weekend);
    }

    public void Parameter(ParameterSyntax parameter)
    {
        var dated = parameter.Values[0].From is not null;
        var width = parts.Layout.Measures.Width(parts.First(parameter), parts.Last(parameter));
        if (parameter.Owner is null && !dated && width <= RuleFormatter.MaxWidth)
        {
            rows.Parameter(parameter);
            return;
        }

        foreach (var value in parameter.Values.Where(value => value.From is not null))
        {
            parts.Layout.Line(parts.First(value), Indents.Step);
            parts.List(value.Cites);
        }

        if (dated)
        {
            parts.Layout.Line(parts.First(parameter.Lowest) - 1, Indents.Step);
        }

        var names = parts.Names(parameter.Names).Select(name => name.Start).ToList();
        names.ForEach(name => parts.Layout.Line(name, Indents.Step));
        var cites = parts.First(parameter.Cites[0]) - 1;
        parts.CitesLine(parameter.Cites, Indents.Step);
        if (parameter.Owner is not null)
        {
            const int WordsOfOwner = 2;
            parts.Layout.Line(cites - WordsOfOwner, Indents.Step);
        }
    }

    public void Definition(DefinitionSyntax definition)
    {
        parts.CitesLine(definition.Cites, Indents.Step);
        parts.PeriodLine(definition.Period, Indents.Step);
        parts.Layout.Line(parts.First(definition.Value) - 1, Indents.Step);
        expressions.Clause(definition.Value);
    }

    private void Block<T>(
        int first, Name name, NamesSyntax names, IReadOnlyList<T> members, int close, int indent, Action<T> plan)
        where T : SyntaxNode
    {
        parts.Heading(first, parts.Find(TokenKind.LeftBrace, parts.First(name), close).First(), names);
        Members(members, close, indent, plan);
    }

    private void Members<T>(IReadOnlyList<T> members, int close, int indent, Action<T> plan)
        where T : SyntaxNode
    {
        for (var i = 0; i < members.Count; i++)
        {
            var blank = i == 0 ? BlankLine.None : BlankLine.Keep;
            parts.Layout.Line(parts.First(members[i]), indent + Indents.Step, blank);
            plan(members[i]);
        }

        parts.Layout.Closing(close, indent, indent + Indents.Step);
    }
}
