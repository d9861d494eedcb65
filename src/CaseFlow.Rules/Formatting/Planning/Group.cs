namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>Where the broken parts of a group begin.</summary>
internal enum GroupStyle
{
    /// <summary>A number of columns right of where the group itself begins.</summary>
    Hang,

    /// <summary>So that what follows the word at the break stands below the group's first word.</summary>
    Under,

    /// <summary>A number of columns right of where the line begins.</summary>
    Indent,
}

/// <summary>Words that stand on one line where they fit, and are otherwise broken at some of them.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Last">Its last word.</param>
/// <param name="Points">Before which words it may be broken, in order.</param>
/// <param name="Style">Where the parts begin.</param>
/// <param name="Columns">For that.</param>
/// <param name="Fills">True where a line takes as many parts as it can; false where all parts are broken.</param>
internal sealed record Group(int First, int Last, int[] Points, GroupStyle Style, int Columns, bool Fills);
