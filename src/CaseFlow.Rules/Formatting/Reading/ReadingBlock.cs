namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>A piece of the reading view.</summary>
/// <param name="Depth">How deep it stands: 0 a module, 1 a declaration, 2 what lies inside.</param>
internal abstract record ReadingBlock(int Depth);

/// <summary>
/// A numbered item: a title and sentences. A line break inside a sentence begins a part of it; tabs after the break say
/// how deep.
/// </summary>
internal sealed record ReadingItem(int Depth, string Number, string Title, IReadOnlyList<string> Sentences)
    : ReadingBlock(Depth);

/// <summary>A table.</summary>
internal sealed record ReadingTable(
    int Depth, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : ReadingBlock(Depth);
