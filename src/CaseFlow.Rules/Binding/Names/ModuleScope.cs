using CaseFlow.Rules.Binding.Sources;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Names;

/// <summary>
/// What a module sees: its own names and those of the modules it imports; imports of imports are not seen.
/// </summary>
internal sealed class ModuleScope(ParsedModule module, PackNames names, DiagnosticBag findings)
{
    // As much of what a finding is about as stands on one line of a terminal with the words around it.
    private const int LongestQuoted = 80;

    private readonly Dictionary<string, ParsedModule> _visible =
        new(StringComparer.Ordinal) { [module.Syntax.Path] = module };

    private readonly HashSet<string> _importAliases = new(StringComparer.Ordinal);

    private HashSet<string>? _unreadWords;

    /// <summary>The module.</summary>
    public ModuleSyntax Syntax => module.Syntax;

    /// <summary>The language of the file.</summary>
    public string Language => module.Syntax.Language;

    /// <summary>All name spaces of the pack.</summary>
    public PackNames Names => names;

    /// <summary>The findings of the pack.</summary>
    public DiagnosticBag Findings => findings;

    /// <summary>Makes the names of another module visible.</summary>
    public void Import(ParsedModule imported, Name? alias)
    {
        _visible.TryAdd(imported.Syntax.Path, imported);
        if (alias is not null)
        {
            _importAliases.Add(IdentifierFolding.Fold(alias.Text));
        }
    }

    /// <summary>Whether a name is the `as` name of an import.</summary>
    public bool IsImportAlias(Name name) => _importAliases.Contains(IdentifierFolding.Fold(name.Text));

    /// <summary>The text of a stretch of this file on one line, cut where it grows long: what findings quote.</summary>
    public string TextOf(SyntaxNode node) => TextOf(node.Span);

    /// <summary>The text of a stretch of this file on one line, cut where it grows long: what findings quote.</summary>
    public string TextOf(SourceSpan span) =>
        Words.Quote(module.Text.AsSpan(span.Start, span.Length), LongestQuoted);

    /// <summary>The text of a stretch of this file exactly as written: what a fix moves elsewhere.</summary>
    public string Written(SourceSpan span) => module.Text[span.Start..span.End];

    /// <summary>The symbol of a name, or null with a finding.</summary>
    /// <param name="space">The name space.</param>
    /// <param name="name">The name as written.</param>
    /// <param name="unknownCode">The finding where nothing bears the name.</param>
    public TSymbol? Resolve<TSymbol>(NameIndex<TSymbol> space, Name name, string unknownCode)
        where TSymbol : Symbol
    {
        if (space.Find(name.Text) is not { } symbol)
        {
            ReportUnknown(name, unknownCode, Visible(space), name.Text);
            return null;
        }

        Use(name, symbol);
        return symbol;
    }

    /// <summary>The symbol of a name inside an owner (fields, members, states …), or null without a finding.</summary>
    public TSymbol? Member<TSymbol>(NameIndex<TSymbol> members, Name name)
        where TSymbol : Symbol
    {
        var symbol = members.Find(name.Text);
        if (symbol is not null)
        {
            names.Meanings?.Add(name, symbol);
            CheckLanguage(name, symbol);
        }

        return symbol;
    }

    /// <summary>Says that a name was used: it must be visible here and should be in the file's language.</summary>
    public void Use(Name name, Symbol symbol)
    {
        names.Meanings?.Add(name, symbol);
        if (!IsVisible(symbol))
        {
            findings.Add(DiagnosticBag.Of(RulesCodes.NotImported, name.Span, name.Text, names.ModuleOf(symbol)) with
            {
                Fixes = ImportFixes(symbol),
                Related = [new RelatedPlace(symbol.Span, symbol.Name)],
            });
            return;
        }

        CheckLanguage(name, symbol);
    }

    /// <summary>
    /// Reports a name that nothing bears, unless a declaration that could not be read may have declared it.
    /// </summary>
    public void ReportUnknown(Name name, string code, IEnumerable<Symbol> candidates, params Quoted[] arguments) =>
        ReportUnknownIn(null, name, code, candidates, arguments);

    /// <summary>The same of a name inside something: where nothing comes near, that is shown.</summary>
    public void ReportUnknownIn(
        Symbol? owner, Name name, string code, IEnumerable<Symbol> candidates, params Quoted[] arguments)
    {
        if (name.Text.Length == 0 || UnreadWords().Contains(IdentifierFolding.Fold(name.Text)))
        {
            return;
        }

        var finding = DiagnosticBag.Of(code, name.Span, arguments) with
        {
            Related = owner is null ? [] : [new RelatedPlace(owner.Span, owner.Name)],
        };
        if (Suggestions.NearestOf(name.Text, names.Guessing(candidates)) is { } nearest)
        {
            finding = finding with
            {
                DidYouMean = Suggestions.Shown(nearest.Name, nearest.Symbol),
                Fixes = [Fixing.Replace(name.Span, OwnNameOf(nearest.Symbol) ?? nearest.Name)],
                Related = [new RelatedPlace(nearest.Symbol.Span, nearest.Symbol.Name)],
            };
        }

        findings.Add(finding);
    }

    /// <summary>Whether the module of a symbol is this one or imported by it.</summary>
    public bool IsVisible(Symbol symbol) => _visible.ContainsKey(symbol.Span.File);

    /// <summary>What this module sees of a name space, as long as there are guesses left to look through it.</summary>
    public IEnumerable<TSymbol> Visible<TSymbol>(NameIndex<TSymbol> space)
        where TSymbol : Symbol =>
        names.Guessing(space.Symbols).Where(IsVisible);

    /// <summary>Names the calendar behind an expression, where the module sees only one.</summary>
    public IReadOnlyList<TextFix> OnCalendar(SourceSpan span)
    {
        var visible = names.Calendars.Symbols.Where(IsVisible).Take(2).ToList();
        return visible is [var calendar]
            ? [Fixing.Replace(EndOf(span), $" {Phrase(Keyword.OnCalendar)} {OwnNameOf(calendar) ?? calendar.Name}")]
            : [];
    }

    /// <summary>The words of a keyword in the language of the file.</summary>
    public string Phrase(Keyword keyword) => KeywordTable.Find(Language)!.Phrase(keyword);

    /// <summary>The place behind a stretch, which may go over several lines.</summary>
    public SourceSpan EndOf(SourceSpan span) => module.Source.Span(span.End, 0);

    // None where that module imports this one: the imports would form a circle.
    private IReadOnlyList<TextFix> ImportFixes(Symbol symbol)
    {
        if (names.Imports(names.ModuleOf(symbol), Syntax.Module.Text))
        {
            return [];
        }

        var last = Syntax.Imports.Count > 0 ? Syntax.Imports[^1].Span : Syntax.Module.Span;
        return [Fixing.After(last, "\n" + Phrase(Keyword.Import) + " " + names.ModuleOf(symbol))];
    }

    private void CheckLanguage(Name name, Symbol symbol)
    {
        var folded = IdentifierFolding.Fold(name.Text);
        var declared = names.LanguageOf(symbol);
        var own = OwnNameOf(symbol);
        if (own is null || IdentifierFolding.Fold(own) == folded)
        {
            return;
        }

        var used = IdentifierFolding.Fold(symbol.Name) == folded
            ? declared
            : symbol.Aliases.First(alias => IdentifierFolding.Fold(alias.Value) == folded).Key;
        if (used != Language)
        {
            findings.Add(DiagnosticBag.Of(
                RulesCodes.NameOfOtherLanguage, name.Span, name.Text, used, Language, own) with
            {
                Fixes = [Fixing.Replace(name.Span, own)],
            });
        }
    }

    // The name of a symbol in the file's language; null where it has none.
    private string? OwnNameOf(Symbol symbol) => names.LanguageOf(symbol) == Language
        ? symbol.Name
        : symbol.Aliases.GetValueOrDefault(Language);

    private HashSet<string> UnreadWords() => _unreadWords ??=
    [
        .. _visible.Values.SelectMany(visible => visible.Syntax.Declarations
            .OfType<ErrorDeclaration>()
            .SelectMany(unread => WordsIn(visible.Text, unread.Span))),
    ];

    /// <summary>The words of a stretch of this file, folded.</summary>
    public IEnumerable<string> WordsIn(SourceSpan span) => WordsIn(module.Text, span);

    private static IEnumerable<string> WordsIn(string text, SourceSpan span)
    {
        for (var start = span.Start; start < span.End;)
        {
            var end = NumberShapes.SkipWord(text, start);
            if (end > start)
            {
                yield return IdentifierFolding.Fold(text[start..end]);
            }

            start = Math.Max(end, start + 1);
        }
    }
}
