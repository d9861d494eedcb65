namespace CaseFlow.Engine.Commands;

/// <summary>
/// The catalogue of the engine's problems: one constant a code. Each comment says when it is given and what its
/// arguments are, in order; the words stand in `EngineMessages.resx` and `EngineMessages.vi.resx`.
/// </summary>
public static class EngineCodes
{
    /// <summary>CF1001: there is no such case, or the caller may not see it. {0} the id.</summary>
    public const string NoSuchCase = "CF1001";

    /// <summary>CF1002: the idempotency key was used for something else. {0} the key.</summary>
    public const string KeyReused = "CF1002";

    /// <summary>CF1003: the case has moved on. {0} the version that the caller saw; {1} the version now.</summary>
    public const string Stale = "CF1003";

    /// <summary>CF1004: other commands were faster, several times over. {0} how often it was tried.</summary>
    public const string LostRace = "CF1004";

    /// <summary>CF1005: another host took the timer over. {0} the timer.</summary>
    public const string LeaseLost = "CF1005";

    /// <summary>CF1006: the pack that a case pins is not at hand. {0} its hash.</summary>
    public const string PackNotFound = "CF1006";

    /// <summary>CF1007: a command without an idempotency key.</summary>
    public const string NoKey = "CF1007";

    /// <summary>CF1008: the register does not know an agency. {0} its id.</summary>
    public const string UnknownAgency = "CF1008";

    /// <summary>CF1009: the case to follow does not exist. {0} its id.</summary>
    public const string UnknownParent = "CF1009";

    /// <summary>
    /// CF1010: the lifecycle has no such trigger. {0} the trigger; {1} the lifecycle; {2} the triggers there are.
    /// </summary>
    public const string UnknownTrigger = "CF1010";

    /// <summary>
    /// CF1011: the trigger is not permitted in this state, and others lead to where it is. {0} the trigger; {1} the
    /// state; {2} the nearest triggers.
    /// </summary>
    public const string NotPermittedHere = "CF1011";

    /// <summary>
    /// CF1012: the trigger is not permitted in this state, and no road leads to where it is. {0} the trigger; {1} the
    /// state.
    /// </summary>
    public const string NoWayThere = "CF1012";

    /// <summary>CF1013: the principal holds none of the roles. {0} the trigger; {1} the roles.</summary>
    public const string RoleMissing = "CF1013";

    /// <summary>CF1014: a required input was not given. {0} the input.</summary>
    public const string MissingInput = "CF1014";

    /// <summary>CF1015: the trigger has no such input. {0} the input; {1} the inputs there are.</summary>
    public const string UnknownInput = "CF1015";

    /// <summary>CF1016: a guard does not hold; its words come from the pack. {0} the guard.</summary>
    public const string GuardUnmet = "CF1016";

    /// <summary>CF1017: a guard cannot be told. {0} the guard; {1} the facts to tell.</summary>
    public const string GuardUnknown = "CF1017";

    /// <summary>
    /// CF1018: the decision about a deadline's term is undecided. {0} the deadline; {1} what to tell or settle.
    /// </summary>
    public const string TermUndecided = "CF1018";

    /// <summary>CF1019: no rule covers a deadline's term. {0} the deadline; {1} the decision.</summary>
    public const string TermGap = "CF1019";

    /// <summary>CF1020: rules disagree about a deadline's term. {0} the deadline; {1} the rules.</summary>
    public const string TermConflict = "CF1020";

    /// <summary>
    /// CF1021: a value that an effect or a choice needs is not known. {0} what it is for; {1} what to tell.
    /// </summary>
    public const string ValueUnknown = "CF1021";

    /// <summary>CF1022: a day that an effect needs is known to be missing. {0} the deadline.</summary>
    public const string NotADate = "CF1022";

    /// <summary>CF1030: the law allows no extension. {0} the deadline.</summary>
    public const string ExtensionNotAllowed = "CF1030";

    /// <summary>
    /// CF1031: all extensions that the law allows are used. {0} the deadline; {1} how many it allows.
    /// </summary>
    public const string TooManyExtensions = "CF1031";

    /// <summary>
    /// CF1032: an extension is longer than the law allows. {0} the deadline; {1} what was asked; {2} what is allowed.
    /// </summary>
    public const string ExtensionTooLong = "CF1032";

    /// <summary>
    /// CF1033: an extension is counted in another unit than its cap. {0} the deadline; {1} what was asked; {2} what is
    /// allowed.
    /// </summary>
    public const string ExtensionUnitDiffers = "CF1033";

    /// <summary>CF1040: a step dated ahead. {0} its day; {1} today.</summary>
    public const string EffectiveInFuture = "CF1040";

    /// <summary>
    /// CF1041: a step dated back too far. {0} its day; {1} how many days the pack allows; {2} the earliest day.
    /// </summary>
    public const string EffectiveTooFarBack = "CF1041";

    /// <summary>CF1042: a step dated before the case was opened. {0} its day; {1} the opening.</summary>
    public const string EffectiveBeforeOpening = "CF1042";

    /// <summary>CF1043: a step dated before the last change of state. {0} its day; {1} that change.</summary>
    public const string EffectiveBeforeState = "CF1043";

    /// <summary>CF1044: the instant of a step lies on another day, or ahead. {0} the instant; {1} the day.</summary>
    public const string InstantOutsideDay = "CF1044";

    /// <summary>
    /// CF1045: a suspension from a day ahead. {0} the deadline; {1} its first day; {2} the day of the step.
    /// </summary>
    public const string SuspendedFromFuture = "CF1045";

    /// <summary>
    /// CF1046: a deadline resumes before it was suspended. {0} the deadline; {1} the day; {2} the first day of the
    /// suspension.
    /// </summary>
    public const string ResumedTooEarly = "CF1046";

    /// <summary>
    /// CF1047: a suspension begins before the one before it ended. {0} the deadline; {1} its first day; {2} the end of
    /// the one before.
    /// </summary>
    public const string SuspensionsOverlap = "CF1047";

    /// <summary>CF1050: no lifecycle is for the facts.</summary>
    public const string NoLifecycle = "CF1050";

    /// <summary>CF1051: the lifecycle cannot be told. {0} the facts to tell.</summary>
    public const string LifecycleUnknown = "CF1051";

    /// <summary>CF1052: several lifecycles are for the facts. {0} their names.</summary>
    public const string SeveralLifecycles = "CF1052";

    /// <summary>
    /// CF1053: the lifecycle has no such state. {0} the state; {1} the lifecycle; {2} the states there are.
    /// </summary>
    public const string UnknownState = "CF1053";

    /// <summary>CF1054: the pack has no such deadline. {0} the deadline.</summary>
    public const string UnknownDeadline = "CF1054";

    /// <summary>CF1055: the pack has no such lifecycle. {0} the lifecycle.</summary>
    public const string UnknownLifecycle = "CF1055";

    /// <summary>CF1056: a closed case keeps the pack that it pins. {0} its state.</summary>
    public const string CaseClosed = "CF1056";

    /// <summary>CF1057: a case's document cannot be read. {0} the case.</summary>
    public const string DocumentDamaged = "CF1057";

    /// <summary>CF1058: a closed case is not escalated. {0} its state.</summary>
    public const string EscalatedClosed = "CF1058";

    /// <summary>CF1059: the register knows nobody to escalate to. {0} whom; {1} why.</summary>
    public const string NobodyToEscalateTo = "CF1059";

    /// <summary>CF1060: two bodies of a trigger both pass. {0} the trigger.</summary>
    public const string AmbiguousTrigger = "CF1060";

    /// <summary>CF1061: `goes back` with no state remembered. {0} the trigger.</summary>
    public const string NoStateToReturnTo = "CF1061";

    /// <summary>CF1070: a timer whose key cannot be read. {0} the key.</summary>
    public const string UnreadableTimer = "CF1070";

    /// <summary>CF1080: the register of agencies is no such JSON. {0} where.</summary>
    public const string RegisterMalformed = "CF1080";

    /// <summary>CF1081: the register names what it does not hold. {0} where; {1} the name.</summary>
    public const string RegisterUnknownName = "CF1081";

    /// <summary>CF1082: the register holds an id twice. {0} the id.</summary>
    public const string RegisterDuplicate = "CF1082";

    /// <summary>CF1083: superiors or successors form a circle. {0} an id on it.</summary>
    public const string RegisterCircle = "CF1083";
}
