namespace CaseFlow.Rules.Syntax;

/// <summary>How far a word that was written is from one that was perhaps meant.</summary>
internal static class Spelling
{
    // A third of the word may be wrong: more would guess wildly, less would miss `remote` for `remote_area`.
    private const int WrongShare = 3;

    // Shorter pieces stand in too many names to tell which was meant.
    private const int ShortestPart = 3;

    // The work grows with the product of the lengths, and no one misspells a word as long as this.
    private const int MaxLength = 100;

    /// <summary>
    /// Letters that differ, marks left aside, with half a point more where the words are not the same: `vung_xa` is
    /// nearer to `vùng_xa` than to any other word. Null where no one would take the one for the other.
    /// </summary>
    public static double? Distance(string written, string name)
    {
        var (left, right) = (IdentifierFolding.Fold(written), IdentifierFolding.Fold(name));
        if (left.Length > MaxLength || right.Length > MaxLength)
        {
            return null;
        }

        var bare = EditDistance(TextMarks.Strip(left), TextMarks.Strip(right));
        var longest = Math.Max(left.Length, right.Length);
        if (bare * WrongShare <= longest)
        {
            return bare + (left == right ? 0 : 0.5);
        }

        var isPart = left.Length >= ShortestPart && right.Contains(left, StringComparison.Ordinal);
        return isPart ? bare : null;
    }

    // Letters put in, left out, taken for another, or two neighbours changed about (`frist`): one fault each.
    private static int EditDistance(string left, string right)
    {
        int[] before = [], last = [], row = [.. Enumerable.Range(0, right.Length + 1)];
        for (var i = 1; i <= left.Length; i++)
        {
            (before, last, row) = (last, row, new int[right.Length + 1]);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(substituted, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[right.Length];
    }
}
