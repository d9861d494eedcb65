using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Comparison;

/// <summary>What kind of thing differs between two packs.</summary>
public enum CauseKind
{
    /// <summary>A rule, exception or row that stands in both packs with other words.</summary>
    RuleChanged,

    /// <summary>A rule, exception or row of the new pack alone.</summary>
    RuleAdded,

    /// <summary>A rule, exception or row of the old pack alone.</summary>
    RuleRemoved,

    /// <summary>The value of a parameter.</summary>
    Parameter,

    /// <summary>A definition.</summary>
    Definition,

    /// <summary>A word list; before and after name the phrases that only one pack has.</summary>
    WordList,

    /// <summary>A calendar or its holiday data.</summary>
    Calendar,

    /// <summary>The days on which a law is in force.</summary>
    Law,

    /// <summary>A transitional clause.</summary>
    Transition,

    /// <summary>`by date` of the decision.</summary>
    GoverningDate,

    /// <summary>`applies when` of the decision.</summary>
    Applies,

    /// <summary>`otherwise` of the decision.</summary>
    Otherwise,

    /// <summary>Hit policy, clamp or outputs of the decision.</summary>
    Policy,

    /// <summary>Another decision that this one reads, and that comes out otherwise itself.</summary>
    Decision,

    /// <summary>What is assumed of a fact that nobody told.</summary>
    Assumption,

    /// <summary>A decision that only one of the packs has.</summary>
    DecisionAddedOrRemoved,

    /// <summary>The facts, records or enums that the packs know.</summary>
    Vocabulary,

    /// <summary>What an outline lists of a law; before and after name the rows that only one pack has.</summary>
    Outline,
}

/// <summary>One thing that differs between two packs, in the language's own words.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">Its canonical name; a rule's with its decision, `complaint_resolution.first_remote`.</param>
/// <param name="Before">How it stands in the old pack; null where it is not there.</param>
/// <param name="After">How it stands in the new pack; null where it is not there.</param>
public sealed record ChangeCause(CauseKind Kind, string Name, string? Before, string? After)
{
    /// <summary>Where it stands in the old pack, or null.</summary>
    public SourceSpan? PlaceBefore { get; init; }

    /// <summary>Where it stands in the new pack, or null.</summary>
    public SourceSpan? PlaceAfter { get; init; }
}
