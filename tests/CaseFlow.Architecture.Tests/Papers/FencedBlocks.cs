namespace CaseFlow.Architecture.Tests.Papers;

/// <summary>A block of a document that is marked with a language.</summary>
internal sealed record FencedBlock(int Line, string Text)
{
    /// <summary>The blocks of a document marked with <paramref name="language"/>, in order.</summary>
    public static IReadOnlyList<FencedBlock> Read(string document, string language)
    {
        var lines = File.ReadAllLines(Repository.PathOf(document));
        return
        [
            .. lines.Select((line, index) => (line, index))
                .Where(found => found.line == "```" + language)
                .Select(found => new FencedBlock(found.index + 1, Body(lines, found.index + 1))),
        ];
    }

    private static string Body(string[] lines, int from) =>
        string.Join('\n', lines.Skip(from).TakeWhile(line => line != "```")) + "\n";
}
