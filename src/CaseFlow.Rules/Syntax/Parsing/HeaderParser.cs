using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>`language en module petitions.facts import …`.</summary>
internal sealed class HeaderParser(TokenCursor cursor, NameParser names)
{
    public QualifiedName Module()
    {
        if (!cursor.At(Keyword.Language) && !cursor.At(Keyword.Module))
        {
            cursor.Fail(cursor.SpanFrom(cursor.Start), RulesCodes.HeaderMissing);
        }
        else if (cursor.TryTake(Keyword.Language))
        {
            Language();
        }
        else
        {
            cursor.Report(RulesCodes.HeaderMissing, cursor.SpanFrom(cursor.Start));
        }

        cursor.Expect(Keyword.Module);
        var module = names.Qualified();
        RecoverToBody();
        return module;
    }

    public IReadOnlyList<ImportSyntax> Imports()
    {
        var imports = new List<ImportSyntax>();
        while (cursor.At(Keyword.Import))
        {
            var start = cursor.Take().Start;
            var module = names.Qualified();
            var alias = cursor.TryTake(Keyword.As) ? names.Name() : null;
            if (!cursor.Failed)
            {
                imports.Add(new ImportSyntax(module, alias, cursor.SpanFrom(start)));
            }

            RecoverToBody();
        }

        return imports;
    }

    private void Language()
    {
        var language = names.Name();
        if (!cursor.Failed && KeywordTable.Find(language.Text) is null)
        {
            cursor.Report(RulesCodes.UnknownLanguage, language.Span, language.Text);
        }
    }

    private void RecoverToBody()
    {
        if (cursor.Failed)
        {
            cursor.Recover(token => token.StartsLine && token.Is(Keyword.Import));
        }
    }
}
