using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Declares word lists.</summary>
internal static class WordListDeclarer
{
    /// <summary>Declares the word lists of all modules.</summary>
    public static void Declare(PackDeclarations pack)
    {
        foreach (var (syntax, scope) in pack.All<WordsSyntax>())
        {
            var words = new WordListSymbol(syntax.Name.Text, syntax.Phrases, syntax.Name.Span) { Note = syntax.Note };
            pack.WordLists.Add(new Declared<WordsSyntax, WordListSymbol>(syntax, words, scope));
            pack.Enter(pack.Names.WordLists, words);
        }
    }
}
