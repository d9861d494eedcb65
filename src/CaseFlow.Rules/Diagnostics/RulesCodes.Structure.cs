namespace CaseFlow.Rules.Diagnostics;

// Here: the family CF3: structure and law.
public static partial class RulesCodes
{
    /// <summary>CF3001: {0} the rule, table or definition.</summary>
    public const string NoCitation = "CF3001";

    /// <summary>CF3101: {0} the path of the circle, joined by arrows.</summary>
    public const string DependencyCycle = "CF3101";

    /// <summary>CF3102: {0} the path of the circle, joined by arrows.</summary>
    public const string ExceptionCycle = "CF3102";

    /// <summary>CF3103: {0} the exception; {1} the parent as written.</summary>
    public const string UnknownParent = "CF3103";

    /// <summary>CF3104: {0} the exception; {1} its condition; {2} the inherited condition.</summary>
    public const string ImpossibleException = "CF3104";

    /// <summary>CF3105: {0} the rule or exception; {1} the outputs, joined by commas.</summary>
    public const string OutputLeftOpen = "CF3105";

    /// <summary>CF3106: {0} the exception; {1} the blocker.</summary>
    public const string ExceptionOnBlocker = "CF3106";

    /// <summary>CF3107: {0} the rule; {1} the hit policy in the file's own words.</summary>
    public const string EffectDoesNotFit = "CF3107";

    /// <summary>CF3108: {0} the output; {1} the rule.</summary>
    public const string OutputAssignedTwice = "CF3108";

    /// <summary>CF3109: {0} the rule.</summary>
    public const string BlockerWithoutParent = "CF3109";

    /// <summary>CF3110: {0} the hit policy in the file's own words; {1} the outputs, joined by commas.</summary>
    public const string PolicyNeedsOneOutput = "CF3110";

    /// <summary>CF3111: {0} the hit policy in the file's own words; {1} the output; {2} its type.</summary>
    public const string PolicyNeedsAmounts = "CF3111";

    /// <summary>CF3112: {0} the hit policy in the file's own words.</summary>
    public const string ClampOutsideSum = "CF3112";

    /// <summary>CF3113: {0} the lower bound; {1} the upper bound, which is lower.</summary>
    public const string ClampBoundsCrossed = "CF3113";

    /// <summary>CF3114: {0} the hit policy in the file's own words.</summary>
    public const string OtherwiseNeverComes = "CF3114";

    /// <summary>CF3201: {0} the first day; {1} the end as written.</summary>
    public const string PeriodIsEmpty = "CF3201";

    /// <summary>CF3202: {0} the rule; {1} the first day of the overlap; {2} its last day, or -.</summary>
    public const string VersionsOverlap = "CF3202";

    /// <summary>CF3203 (warning): {0} the rule; {1} the first day without a version; {2} the last.</summary>
    public const string VersionGap = "CF3203";

    /// <summary>CF3204: {0} the rule; {1} the laws it cites.</summary>
    public const string NoPeriod = "CF3204";

    /// <summary>CF3205: {0} the law; {1} the law's period; {2} the rule's period.</summary>
    public const string LawNotInForce = "CF3205";

    /// <summary>CF3206: {0} the citation; {1} the days of what it cites; {2} the rule's period.</summary>
    public const string ArticleNotInForce = "CF3206";

    /// <summary>CF3301: {0} the lists that multiply; {1} the budget.</summary>
    public const string WorkOverBudget = "CF3301";

    /// <summary>CF3302: no arguments.</summary>
    public const string QuantifiersTooDeep = "CF3302";

    /// <summary>CF3303: {0} the decision; {1} its rules and rows; {2} how many there may be.</summary>
    public const string TooManyRules = "CF3303";

    /// <summary>CF3304: {0} the definition or decision; {1} how many levels there may be.</summary>
    public const string PackReadsTooDeep = "CF3304";

    /// <summary>CF3401: {0} the state; {1} the lifecycle.</summary>
    public const string UnreachableState = "CF3401";

    /// <summary>CF3402 (warning): {0} the trigger; {1} the lifecycle.</summary>
    public const string DeadTrigger = "CF3402";

    /// <summary>CF3403: {0} the trigger; {1} a state; {2} a day on which both bodies pass.</summary>
    public const string AmbiguousTrigger = "CF3403";

    /// <summary>CF3404: {0} the state; {1} the lifecycle.</summary>
    public const string StateWithoutDeadline = "CF3404";

    /// <summary>CF3405: {0} the deadline; {1} the lifecycle.</summary>
    public const string NeverResumed = "CF3405";

    /// <summary>CF3406 (warning): {0} the step; {1} the ladder.</summary>
    public const string StepNeverComes = "CF3406";

    /// <summary>CF3407 (warning): {0} the deadline.</summary>
    public const string DeadlineNeverRuns = "CF3407";

    /// <summary>CF3408: {0} the trigger; {1} the final state.</summary>
    public const string ExitFromFinalState = "CF3408";

    /// <summary>CF3409: {0} the trigger; {1} a state.</summary>
    public const string NothingToGoBackTo = "CF3409";

    /// <summary>CF3410 (warning): {0} the input; {1} the trigger.</summary>
    public const string InputNotRead = "CF3410";

    /// <summary>CF3411: {0} the ladder; {1} the waiting period.</summary>
    public const string LadderOnWaitingPeriod = "CF3411";

    /// <summary>CF3412: {0} the name of a state, deadline or role.</summary>
    public const string UnknownLifecycleName = "CF3412";

    /// <summary>CF3413: {0} the deadline; {1} the fact it counts from; {2} the trigger.</summary>
    public const string AnchorNotSet = "CF3413";

    /// <summary>CF3414: {0} the lifecycle.</summary>
    public const string NoInitialState = "CF3414";
}
