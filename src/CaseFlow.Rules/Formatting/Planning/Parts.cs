using CaseFlow.Rules.Formatting.Words;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>The small pieces that many items have: names, citations, lists.</summary>
internal sealed class Parts(Pieces pieces, Layout layout)
{
    /// <summary>The words of the text.</summary>
    public Pieces Pieces => pieces;

    /// <summary>What is being planned.</summary>
    public Layout Layout => layout;

    public int First(SyntaxNode node) => pieces.First(node.Span);

    public int Last(SyntaxNode node) => pieces.Last(node.Span);

    /// <summary>The `label` and `alias` words of an item's names.</summary>
    public IEnumerable<(CellKind Kind, int Start)> Names(NamesSyntax names)
    {
        const int WordsBeforeName = 2;
        var aliases = names.Aliases.Select((alias, i) =>
            (i == 0 ? CellKind.Alias : CellKind.OtherAlias, First(alias.Name) - WordsBeforeName));
        var labels = names.Labels.Select((label, i) =>
            (i == 0 ? CellKind.Label : CellKind.OtherLabel, pieces.First(label.Span)));
        return aliases.Concat(labels).OrderBy(cell => cell.Item2);
    }

    /// <summary>A list that fills its lines, each part below the first.</summary>
    public void List(IReadOnlyList<SyntaxNode> nodes)
    {
        if (nodes.Count > 1)
        {
            List([.. nodes.Select(First)], Last(nodes[^1]));
        }
    }

    /// <summary>The same, by the first words of its parts.</summary>
    public void List(IReadOnlyList<int> starts, int last) =>
        layout.Group(starts[0], last, starts.Skip(1), GroupStyle.Hang, 0, fills: true);

    /// <summary>`per …` on a line of its own; nothing without citations.</summary>
    public void CitesLine(IReadOnlyList<CitationSyntax> cites, int indent)
    {
        if (cites.Count > 0)
        {
            layout.Line(First(cites[0]) - 1, indent);
            List(cites);
        }
    }

    /// <summary>`from …` on a line of its own.</summary>
    public void PeriodLine(PeriodSyntax? period, int indent)
    {
        if (period is not null)
        {
            layout.Line(First(period), indent);
        }
    }

    /// <summary>`version` on a line of its own, with its period; without it the period has a line.</summary>
    /// <param name="body">What stands after `version`, where that is written.</param>
    /// <param name="period">Its period, or null.</param>
    /// <param name="versioned">Whether `version` is written.</param>
    /// <param name="indent">Of lines inside the body.</param>
    public void VersionLine(SyntaxNode body, PeriodSyntax? period, bool versioned, int indent)
    {
        if (versioned)
        {
            layout.Line(First(body) - 1, Indents.Twice);
        }

        if (period is not null && !(versioned && First(period) == First(body)))
        {
            layout.Line(First(period), indent);
        }
    }

    /// <summary>The first word of a node's list of names, with the keyword before it, on a line of its own.</summary>
    public void NamesLine(IReadOnlyList<Name> names, int indent)
    {
        if (names.Count > 0)
        {
            layout.Line(First(names[0]) - 1, indent);
            List(names);
        }
    }

    /// <summary>A heading whose names go below it where they do not fit.</summary>
    public void Heading(int first, int last, NamesSyntax names, params IEnumerable<int> more)
    {
        var points = Names(names).Select(name => name.Start).Concat(more);
        layout.Group(first, last, points, GroupStyle.Indent, Indents.Step, fills: true);
    }

    /// <summary>The places of a keyword between two words.</summary>
    public IEnumerable<int> Find(Keyword keyword, int first, int last) =>
        Enumerable.Range(first, Math.Max(last - first + 1, 0)).Where(i => pieces.Is(i, keyword));

    /// <summary>The places of a kind of sign between two words.</summary>
    public IEnumerable<int> Find(TokenKind kind, int first, int last) =>
        Enumerable.Range(first, Math.Max(last - first + 1, 0)).Where(i => pieces.Is(i, kind));
}
