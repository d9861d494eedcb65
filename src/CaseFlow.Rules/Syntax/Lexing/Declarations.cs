namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>The keywords that begin a declaration: the parser's points of recovery.</summary>
internal static class Declarations
{
    /// <summary>Those whose body has only the words known everywhere.</summary>
    public static readonly Keyword[] Plain =
    [
        Keyword.Law, Keyword.Enum, Keyword.Record, Keyword.Facts, Keyword.Calendar, Keyword.Words, Keyword.Parameter,
        Keyword.Define, Keyword.Decision, Keyword.Transitional, Keyword.Check, Keyword.Example,
    ];

    /// <summary>Those that have words of their own.</summary>
    public static readonly Keyword[] OwnWords =
        [Keyword.Deadline, Keyword.WaitingPeriod, Keyword.Lifecycle, Keyword.Ladder];

    /// <summary>All.</summary>
    public static readonly Keyword[] All = [.. Plain, .. OwnWords];
}
