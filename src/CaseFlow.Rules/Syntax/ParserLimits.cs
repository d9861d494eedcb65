namespace CaseFlow.Rules.Syntax;

/// <summary>What a module may hold. Each limit keeps hostile or broken text from using up the machine.</summary>
public static class ParserLimits
{
    /// <summary>
    /// Levels of nesting, operations inside each other, and names in one path. Every pass over the tree recurses; at
    /// this depth the deepest of them uses a small part of a one-megabyte stack. Law texts nest below ten.
    /// </summary>
    public const int MaxDepth = 100;

    /// <summary>Characters of one word or text; the longest quoted article is a tenth of it.</summary>
    public const int MaxTokenLength = 20_000;

    /// <summary>
    /// Words of one module; 100,000 plain rules stay below it, and checking that many takes less than 500 megabytes.
    /// </summary>
    public const int MaxTokens = 2_000_000;

    /// <summary>Rows of one table; a table that no one can review is not law any more.</summary>
    public const int MaxRows = 10_000;

    /// <summary>Findings of one module; a file that is no module at all would otherwise report every word.</summary>
    public const int MaxFindings = 500;
}
