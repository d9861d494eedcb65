namespace CaseFlow.Engine.Workflows.Diagnostics;

/// <content>What can be wrong with what workflows ask of cases and of people.</content>
public static partial class WorkflowCodes
{
    /// <summary>CF10040: an activity names what the pack does not have. {0} the input; {1} the name.</summary>
    public const string NameNotInPack = "CF10040";

    /// <summary>
    /// CF10140: a command was refused and the definition has no way on for that. {0} what was asked for; {1} the codes
    /// and places of the reasons.
    /// </summary>
    public const string CaseRefused = "CF10140";

    /// <summary>
    /// CF10141: a command that no case could carry out as it is written. {0} what was asked for; {1} the codes and
    /// places of the reasons.
    /// </summary>
    public const string CommandMalformed = "CF10141";

    /// <summary>CF10142: there is no such case. {0} its id.</summary>
    public const string NoSuchCase = "CF10142";

    /// <summary>CF10143: a name that the case's pack does not have. {0} what kind of name; {1} the name.</summary>
    public const string NotInPack = "CF10143";

    /// <summary>
    /// CF10144: working days cannot be counted: the calendar ends before. {0} its name; {1} its last day.
    /// </summary>
    public const string PastCalendar = "CF10144";

    /// <summary>CF10145: what a notice is called must be a name. {0} the input.</summary>
    public const string NoticeIsNoName = "CF10145";

    /// <summary>CF10146: others were faster with the case, several times over. {0} what was asked for.</summary>
    public const string CaseBusy = "CF10146";

    /// <summary>CF10147: the pack has no calendar of that name, or several and none was named. {0} the name.</summary>
    public const string NoSuchCalendar = "CF10147";

    /// <summary>CF10148: the pack that the case pins is not at hand. {0} its hash.</summary>
    public const string PackNotAtHand = "CF10148";

    /// <summary>CF10149: no kind of recipient. {0} what stands there.</summary>
    public const string NoRecipient = "CF10149";

    /// <summary>
    /// CF10150: a decision has no answer for the case's facts. {0} the decision; {1} the rules' own code.
    /// </summary>
    public const string DecisionFaulted = "CF10150";

    /// <summary>CF10151: only who holds a role may do that with a task. {0} the role.</summary>
    public const string RoleNeeded = "CF10151";

    /// <summary>
    /// CF10152: what is waited for cannot come any more and the definition has no way on for that. {0} what; {1} the
    /// outcome.
    /// </summary>
    public const string WaitsInVain = "CF10152";

    /// <summary>CF10153: an activity needs a case and the instance is about none. {0} the activity's type.</summary>
    public const string AboutNoCase = "CF10153";

    /// <summary>CF10154: the host may not call an address. {0} the name or address of the machine.</summary>
    public const string AddressForbidden = "CF10154";

    /// <summary>
    /// CF10155: who is to have a task does not hold its role. {0} the officer; {1} the role; {2} the agency.
    /// </summary>
    public const string AssigneeNotInRole = "CF10155";
}
