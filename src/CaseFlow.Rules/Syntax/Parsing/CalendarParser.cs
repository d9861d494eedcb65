using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>
/// `calendar vn per … weekend … holidays from data … count from … months … last day …`, in any order.
/// </summary>
internal sealed class CalendarParser(TokenCursor cursor, NameParser names, CitationParser cites)
{
    // Each pair decides one question: the word that says yes to it, and the word that says no.
    private static readonly (Keyword Yes, Keyword No)[] Choices =
    [
        (Keyword.CountFromNextDay, Keyword.CountFromSameDay), (Keyword.MonthsClamp, Keyword.MonthsSpill),
        (Keyword.LastDayRolls, Keyword.LastDayStays),
    ];

    public CalendarSyntax Calendar()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Calendar);
        var name = names.Name();
        var clauses = new ClauseSet(cursor, name.Text);
        var per = cites.Required();
        var weekend = new List<Name>();
        string? holidays = null;
        var answers = new bool?[Choices.Length];
        while (!cursor.AtEnd)
        {
            clauses.Done();
            if (cursor.At(Keyword.Weekend))
            {
                clauses.Note(Keyword.Weekend);
                cursor.Take();
                weekend.AddRange(names.List());
            }
            else if (cursor.At(Keyword.HolidaysFrom))
            {
                clauses.Note(Keyword.HolidaysFrom);
                cursor.Take();
                holidays = names.Text();
            }
            else if (!TryChoice(answers, clauses))
            {
                break;
            }
        }

        clauses.Done();
        return new CalendarSyntax(
            name, per, weekend, holidays, answers[0], answers[1], answers[2], cursor.SpanFrom(start));
    }

    private bool TryChoice(bool?[] answers, ClauseSet clauses)
    {
        for (var i = 0; i < Choices.Length; i++)
        {
            if (cursor.AtAny(Choices[i].Yes, Choices[i].No))
            {
                clauses.Note(Choices[i].Yes);
                answers[i] = cursor.Take().Is(Choices[i].Yes);
                return true;
            }
        }

        return false;
    }
}
