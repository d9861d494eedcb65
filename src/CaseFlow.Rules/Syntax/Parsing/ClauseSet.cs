using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>The clauses that an item may have once each, in any order.</summary>
/// <param name="cursor">The parser's place.</param>
/// <param name="item">The item's name, for the finding.</param>
internal sealed class ClauseSet(TokenCursor cursor, string item)
{
    private readonly Dictionary<string, Token> _seen = new(StringComparer.Ordinal);

    // The finding about the clause being read, where it is a second one.
    private (Diagnostic Finding, int Start)? _second;

    /// <summary>Notes the clause that the next token begins; a second one is reported, with both places.</summary>
    /// <param name="clause">What tells this clause from the others.</param>
    public void Note(string clause) => Note(cursor.Current, clause, cursor.Current.Text);

    /// <summary>The same for a clause whose first word was taken already.</summary>
    /// <param name="token">Its first word.</param>
    /// <param name="clause">What tells this clause from the others.</param>
    /// <param name="shown">What the finding calls it.</param>
    public void Note(Token token, string clause, string shown)
    {
        if (cursor.Failed)
        {
            return;
        }

        if (!_seen.TryAdd(clause, token))
        {
            Repeat(token, shown, new RelatedPlace(cursor.SpanOf(_seen[clause]), _seen[clause].Text));
        }
    }

    /// <summary>Reports a clause that stands again after one read elsewhere.</summary>
    public void Repeat(Token token, SourceSpan former) =>
        Repeat(token, token.Text, new RelatedPlace(former, token.Text));

    private void Repeat(Token token, string shown, RelatedPlace former)
    {
        var finding = new Diagnostic(RulesCodes.ClauseTwice, Severity.Error, cursor.SpanOf(token), [shown, item])
        {
            Related = [former],
        };
        cursor.Report(finding);
        _second = (finding, token.Start);
    }

    /// <summary>Ends the clause noted last; a second one can be taken out as a whole.</summary>
    public void Done()
    {
        if (_second is { } second)
        {
            cursor.AmendWithRemoval(second.Finding, second.Start);
        }

        _second = null;
    }

    /// <summary>The same for a clause that its first keyword tells apart.</summary>
    public void Note(Keyword keyword) => Note(keyword.ToString());

    /// <summary>Reports a clause that never came.</summary>
    public void Require(string clause, Keyword keyword, SourceSpan place)
    {
        if (!cursor.Failed && !_seen.ContainsKey(clause))
        {
            cursor.Report(RulesCodes.ClauseMissing, place, cursor.Table.Phrase(keyword), item);
        }
    }
}
