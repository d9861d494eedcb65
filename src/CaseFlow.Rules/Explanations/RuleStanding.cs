namespace CaseFlow.Rules.Explanations;

/// <summary>How a rule stands in one case.</summary>
public enum RuleStanding
{
    /// <summary>
    /// It gives the answer, or a part of it; one of the culprits of a conflict; in an undecided outcome: it applies,
    /// whatever is still unknown.
    /// </summary>
    Active,

    /// <summary>It is active, but the hit policy takes another: an earlier, a higher or a lower one.</summary>
    PassedOver,

    /// <summary>An exception replaces it.</summary>
    Overridden,

    /// <summary>A blocker takes it away.</summary>
    Blocked,

    /// <summary>A blocker that takes its parents away.</summary>
    Standing,

    /// <summary>It is not its case.</summary>
    NotLive,

    /// <summary>Too little is known to say.</summary>
    Open,

    /// <summary>It has no version in force on the governing date.</summary>
    NotInForce,
}
