using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Sources;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Binding.Names;

/// <summary>The name spaces of a pack. A name is unique in its space, whatever the module.</summary>
internal sealed class PackNames
{
    // Some seconds of guessing at the most, in a pack of thousands of names where thousands are wrong.
    private const int MostGuessed = 1_000_000;

    private int _guessesLeft = MostGuessed;

    private readonly Dictionary<string, ParsedModule> _modules;
    private readonly Dictionary<string, HashSet<string>> _imported = new(IdentifierFolding.Comparer);

    /// <summary>Empty name spaces over some modules.</summary>
    public PackNames(IEnumerable<ParsedModule> modules) =>
        _modules = modules.ToDictionary(module => module.Syntax.Path, StringComparer.Ordinal);

    /// <summary>Laws.</summary>
    public NameIndex<LawSymbol> Laws { get; } = new();

    /// <summary>Enums and records.</summary>
    public NameIndex<Symbol> Types { get; } = new();

    /// <summary>What an expression may begin with: roots of facts, parameters, definitions and decisions.</summary>
    public NameIndex<Symbol> Values { get; } = new();

    /// <summary>Calendars.</summary>
    public NameIndex<CalendarSymbol> Calendars { get; } = new();

    /// <summary>Word lists.</summary>
    public NameIndex<WordListSymbol> WordLists { get; } = new();

    /// <summary>Deadlines and waiting periods.</summary>
    public NameIndex<BoundDeadline> Deadlines { get; } = new();

    /// <summary>Lifecycles.</summary>
    public NameIndex<BoundLifecycle> Lifecycles { get; } = new();

    /// <summary>Ladders.</summary>
    public NameIndex<BoundLadder> Ladders { get; } = new();

    /// <summary>Takes what each name as written means; null where nobody asks.</summary>
    public NameMeanings? Meanings { get; init; }

    /// <summary>The language of the module that declares a symbol: that of its canonical name.</summary>
    public string LanguageOf(Symbol symbol) => _modules[symbol.Span.File].Syntax.Language;

    /// <summary>Whether a module imports another, directly or through others.</summary>
    public bool Imports(string importing, string imported)
    {
        if (!_imported.TryGetValue(importing, out var all))
        {
            all = ImportedBy(importing);
            _imported.Add(importing, all);
        }

        return all.Contains(imported);
    }

    /// <summary>The name of the module that declares a symbol.</summary>
    public string ModuleOf(Symbol symbol) => _modules[symbol.Span.File].Syntax.Module.Text;

    /// <summary>Names to guess from, as long as the pack has not used up its guesses.</summary>
    public IEnumerable<T> Guessing<T>(IEnumerable<T> candidates)
    {
        if (_guessesLeft <= 0)
        {
            yield break;
        }

        foreach (var candidate in candidates)
        {
            _guessesLeft--;
            yield return candidate;
        }
    }

    // Itself included.
    private HashSet<string> ImportedBy(string importing)
    {
        var imports = _modules.Values.ToLookup(
            module => module.Syntax.Module.Text, module => module.Syntax.Imports, IdentifierFolding.Comparer);
        var (seen, open) = (new HashSet<string>(IdentifierFolding.Comparer), new Queue<string>([importing]));
        while (open.TryDequeue(out var name))
        {
            foreach (var import in seen.Add(name) ? imports[name].SelectMany(written => written) : [])
            {
                open.Enqueue(import.Module.Text);
            }
        }

        return seen;
    }
}
