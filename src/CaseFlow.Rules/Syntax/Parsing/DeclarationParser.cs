using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>Everything below a module's imports: tells declarations apart by their first word.</summary>
internal sealed class DeclarationParser
{
    private readonly TokenCursor _cursor;
    private readonly Dictionary<Keyword, Func<DeclarationSyntax>> _parsers;

    public DeclarationParser(TokenCursor cursor, NameParser names)
    {
        _cursor = cursor;
        var types = new TypeParser(cursor, names);
        var cites = new CitationParser(cursor, names);
        var literals = new LiteralParser(cursor, names);
        var expressions = new ExpressionParser(cursor, names, literals);
        var fields = new FieldParser(cursor, names, types, cites, literals);
        var vocabulary = new VocabularyParser(cursor, names, cites, fields);
        var definitions = new DefinitionParser(cursor, names, types, cites, literals, expressions);
        var deadlines = new DeadlineParser(cursor, names, cites, expressions);
        _parsers = new Dictionary<Keyword, Func<DeclarationSyntax>>
        {
            [Keyword.Law] = vocabulary.Law,
            [Keyword.Enum] = vocabulary.Enum,
            [Keyword.Record] = vocabulary.Record,
            [Keyword.Facts] = vocabulary.Facts,
            [Keyword.Words] = vocabulary.WordList,
            [Keyword.Calendar] = new CalendarParser(cursor, names, cites).Calendar,
            [Keyword.Parameter] = definitions.Parameter,
            [Keyword.Define] = definitions.Definition,
            [Keyword.Check] = definitions.Check,
            [Keyword.Transitional] = definitions.Transitional,
            [Keyword.Decision] = new DecisionParser(cursor, names, types, cites, literals, expressions).Decision,
            [Keyword.Example] = new ExampleParser(cursor, names, cites, literals, expressions).Example,
            [Keyword.Deadline] = deadlines.Deadline,
            [Keyword.WaitingPeriod] = deadlines.Deadline,
            [Keyword.Lifecycle] = new LifecycleParser(cursor, names, cites, fields, expressions).Lifecycle,
            [Keyword.Ladder] = new LadderParser(cursor, names, cites, literals, expressions).Ladder,
        };
    }

    public IReadOnlyList<DeclarationSyntax> All()
    {
        var declarations = new List<DeclarationSyntax>();
        while (!_cursor.AtEnd)
        {
            declarations.Add(Next());
            if (_cursor.Failed)
            {
                _cursor.Recover(_ => false);
            }
        }

        return declarations;
    }

    private DeclarationSyntax Next()
    {
        var start = _cursor.Start;
        if (ParserOf(_cursor.Current) is not { } parse)
        {
            return Surplus(start);
        }

        var note = _cursor.NoteAbove();
        var name = NameAhead();
        var declaration = parse();

        // A decision, lifecycle or ladder recovers by itself; what still is at fault here is of no use to later passes.
        return _cursor.Failed && declaration is not (DecisionSyntax or LifecycleSyntax or LadderSyntax)
            ? new ErrorDeclaration(_cursor.SpanFrom(start)) { Name = name, Note = note }
            : declaration with { Note = note };
    }

    private Func<DeclarationSyntax>? ParserOf(Token token)
    {
        foreach (var keyword in token.Keywords)
        {
            if (_parsers.TryGetValue(keyword, out var parse))
            {
                return parse;
            }
        }

        return null;
    }

    private Name? NameAhead()
    {
        var token = _cursor.Ahead(1);
        return token.IsName ? new Name(token.Text, _cursor.SpanOf(token)) : null;
    }

    private ErrorDeclaration Surplus(int start)
    {
        if (_cursor.Current.StartsLine)
        {
            _cursor.FailAtNoDeclaration();
        }
        else
        {
            _cursor.FailAtSurplus();
        }

        _cursor.Recover(_ => false);
        return new ErrorDeclaration(_cursor.SpanFrom(start));
    }
}
