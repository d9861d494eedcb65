namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Gathers the pieces of the view in order.</summary>
internal sealed class ReadingOutline
{
    private readonly List<ReadingBlock> _blocks = [];

    /// <summary>The pieces so far.</summary>
    public IReadOnlyList<ReadingBlock> Blocks => _blocks;

    /// <summary>Adds an item; empty sentences are left out.</summary>
    public void Item(int depth, string number, string title, params IEnumerable<string?> sentences) =>
        _blocks.Add(new ReadingItem(
            depth, number, title, [.. sentences.OfType<string>().Where(text => text.Length > 0)]));

    /// <summary>Adds a table below the last item.</summary>
    public void Table(int depth, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows) =>
        _blocks.Add(new ReadingTable(depth, head, rows));
}
