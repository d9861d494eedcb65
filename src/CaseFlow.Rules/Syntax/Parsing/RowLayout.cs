using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>How a table row is cut into cells, before any of them is read.</summary>
/// <param name="Left">Cells before `||`.</param>
/// <param name="Right">Cells after it.</param>
/// <param name="IsDivided">True where `||` stands.</param>
/// <param name="Span">From the first to the last sign of the row.</param>
/// <param name="End">The place after the row.</param>
/// <param name="LastWord">Its last word that is no bar.</param>
internal readonly record struct RowLayout(
    int Left, int Right, bool IsDivided, SourceSpan Span, SourceSpan End, string LastWord)
{
    public static RowLayout Of(TokenCursor cursor)
    {
        var (left, right, divided, count) = (0, 0, false, 0);
        var lastWord = "|";
        for (; count == 0 || (!cursor.Ahead(count).StartsLine && cursor.Ahead(count).Kind != TokenKind.End); count++)
        {
            var token = cursor.Ahead(count);
            if (token.Kind == TokenKind.DoublePipe)
            {
                divided = true;
            }
            else if (token.Kind == TokenKind.Pipe)
            {
                left += divided ? 0 : 1;
                right += divided ? 1 : 0;
            }
            else
            {
                lastWord = token.Text;
            }
        }

        // Without its last bar the row still has its last cell; the bar is then missed when it is read.
        var last = cursor.Ahead(count - 1);
        right += last.Kind == TokenKind.Pipe ? 0 : 1;
        var span = cursor.SpanOf(cursor.Current).To(cursor.SpanOf(last));
        var end = cursor.SpanOf(last);
        var place = end with { Start = end.End, Length = 0, Column = end.Column + end.Length };
        return new RowLayout(left, right, divided, span, place, Words.Quote(lastWord));
    }
}
