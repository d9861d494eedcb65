namespace CaseFlow.Rules.Diagnostics;

// Here: the family CF51 and CF52 besides the codes of RulesCodes.Running: what the analysis of a whole pack finds.
public static partial class RulesCodes
{
    /// <summary>CF5105 (warning): {0} the parameter.</summary>
    public const string ParameterNeverRead = "CF5105";

    /// <summary>CF5106 (warning): {0} the word list.</summary>
    public const string WordListNeverUsed = "CF5106";

    /// <summary>CF5107 (warning): {0} the transitional clause; {1} its decisions, joined by commas.</summary>
    public const string TransitionNeverHolds = "CF5107";

    /// <summary>CF5108 (warning): {0} the comparison; {1} the decision or definition it stands in.</summary>
    public const string ThresholdUntried = "CF5108";

    /// <summary>CF5109 (warning): {0} the law.</summary>
    public const string LawNeverCited = "CF5109";

    /// <summary>CF5110 (warning): {0} the decision.</summary>
    public const string OrderNotNeeded = "CF5110";

    /// <summary>CF5111 (warning): {0} the case; {1} the first day; {2} the decision.</summary>
    public const string PossibleGap = "CF5111";

    /// <summary>CF5112 (warning): {0} one rule; {1} the other; {2} a case.</summary>
    public const string PossibleOverlap = "CF5112";

    /// <summary>
    /// CF5113 (warning): {0} the law; {1} its articles, clauses and points that nothing cites; {2} how many.
    /// </summary>
    public const string ArticlesNeverCited = "CF5113";

    /// <summary>CF5114 (warning): {0} a part of a law, with its law; {1} the reason why no rule cites it.</summary>
    public const string ReasonNotNeeded = "CF5114";

    /// <summary>CF5202 (warning): {0} how many findings are told; {1} the decision.</summary>
    public const string FindingsCut = "CF5202";
}
