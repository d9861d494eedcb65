using Jint.Parser.Ast;

namespace CaseFlow.Scripting.Parsing;

/// <summary>
/// The engine takes `let` and `const` for `var`. Where that is no difference it is right; everywhere else the script is
/// refused: where a name stands for two things, is used outside of its block or before it is given a value, where a
/// constant is changed, and where a function could hold a name of a block that comes by again.
/// </summary>
internal sealed class BlockNames
{
    /// <summary>What is declared by a function: its name, its parameters, what it catches.</summary>
    public const string Function = "function";

    private readonly List<Declared> _declared = [];
    private readonly List<Used> _used = [];
    private readonly List<Block> _open = [];
    private int _blocks;
    private int _place;
    private bool _hasFunctions;

    public void Enter(bool isFunction) => _open.Add(new Block(_blocks++, isFunction));

    public void Leave() => _open.RemoveAt(_open.Count - 1);

    public void MeetFunction() => _hasFunctions = true;

    public void Declare(string name, SyntaxNode node, string kind, bool hasValue) =>
        _declared.Add(new Declared(name, node, kind, hasValue, _open[^1], _place++));

    public void Use(string name, bool isAssigned) =>
        _used.Add(new Used(name, isAssigned, [.. _open.Select(block => block.Number)], _place++));

    /// <summary>Refuses the script where its `let` and `const` are no `var`.</summary>
    public void RequireOldMeaning()
    {
        var newer = _declared.Where(found => found.Kind is "let" or "const").ToList();
        if (newer.Count == 0)
        {
            return;
        }

        var counts = _declared.CountBy(found => found.Name, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var uses = _used.ToLookup(found => found.Name, StringComparer.Ordinal);
        if (newer.Find(found => counts[found.Name] > 1 || !IsPlain(found, uses[found.Name])) is { } first)
        {
            throw RefusedSyntaxException.TooNew($"`{first.Kind}`", first.Node);
        }
    }

    private bool IsPlain(Declared found, IEnumerable<Used> uses) =>
        found.HasValue
        && (found.Block.IsFunction || !_hasFunctions)
        && uses.All(use => use.Place > found.Place
            && use.Blocks.Contains(found.Block.Number)
            && (!use.IsAssigned || found.Kind == "let"));

    private sealed record Block(int Number, bool IsFunction);

    private sealed record Declared(
        string Name, SyntaxNode Node, string Kind, bool HasValue, Block Block, int Place);

    private sealed record Used(string Name, bool IsAssigned, IReadOnlyList<int> Blocks, int Place);
}
