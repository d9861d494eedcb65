namespace CaseFlow.Engine.Workflows.Diagnostics;

/// <summary>What can be wrong where instances are kept, resumed and worked for.</summary>
public static partial class WorkflowCodes
{
    /// <summary>CF10160: an activity broke on a fault of its own. {0} the kind of exception.</summary>
    public const string ActivityThrew = "CF10160";

    /// <summary>CF10161: the stored state of an instance cannot be read. {0} where.</summary>
    public const string StateUnreadable = "CF10161";

    /// <summary>
    /// CF10162: a stored state is of a newer or unknown form. {0} its form; {1} the one that is read.
    /// </summary>
    public const string StateOfOtherForm = "CF10162";

    /// <summary>CF10163: an instance's state is larger than what is kept. {0} the limit, in bytes.</summary>
    public const string StateTooLarge = "CF10163";

    /// <summary>CF10164: a value is nested more deeply than what is kept. {0} the limit.</summary>
    public const string ValueTooDeep = "CF10164";

    /// <summary>CF10165: a command has no key. No arguments.</summary>
    public const string NoKey = "CF10165";

    /// <summary>CF10166: a key was used for something else. No arguments.</summary>
    public const string KeyReused = "CF10166";

    /// <summary>CF10167: no version of a definition is published. {0} the definition.</summary>
    public const string NotPublished = "CF10167";

    /// <summary>CF10168: a version does not exist. {0} the version.</summary>
    public const string NoSuchVersion = "CF10168";

    /// <summary>CF10169: an instance does not exist. {0} the instance.</summary>
    public const string NoSuchInstance = "CF10169";

    /// <summary>CF10170: others were faster again and again. {0} how often it was tried.</summary>
    public const string LostRace = "CF10170";

    /// <summary>CF10171: a task has no such outcome. {0} the outcome; {1} those it has.</summary>
    public const string NoSuchOutcome = "CF10171";

    /// <summary>CF10172: a task was claimed by somebody else. {0} the task.</summary>
    public const string TaskOfAnother = "CF10172";

    /// <summary>CF10173: nothing on this host does the work that an activity asks for. {0} its kind.</summary>
    public const string NoHandler = "CF10173";

    /// <summary>CF10174: work broke on a fault of its own. {0} the kind of exception.</summary>
    public const string WorkThrew = "CF10174";

    /// <summary>
    /// CF10175: a value is larger than what is kept. {0} the variable, input, output or payload; {1} its size; {2} the
    /// limit, in bytes.
    /// </summary>
    public const string ValueTooLarge = "CF10175";

    /// <summary>
    /// CF10176: an instance has changed since the caller saw it. {0} the version that he saw; {1} the one there is.
    /// </summary>
    public const string StaleInstance = "CF10176";

    /// <summary>CF10056: more findings than are told. {0} how many more.</summary>
    public const string TooManyFindings = "CF10056";

    /// <summary>CF10052: a name, or ids in each other, are longer than what is kept. {0} the limit.</summary>
    public const string NameTooLong = "CF10052";

    /// <summary>CF10053: a switch has no cases: it always takes the default. {0} its id.</summary>
    public const string NoCases = "CF10053";

    /// <summary>
    /// CF10054: an activity is drawn to run in the background, which makes no difference. {0} its id.
    /// </summary>
    public const string BackgroundIsMoot = "CF10054";

    /// <summary>CF10055: a file of the folder cannot be read. {0} why.</summary>
    public const string FileUnreadable = "CF10055";

    /// <summary>CF10050: a trigger by time whose moment has passed: it starts nothing. {0} the activity.</summary>
    public const string NeverTriggers = "CF10050";

    /// <summary>
    /// CF10051: a trigger by time would start instances faster than a host can. {0} the input; {1} the shortest.
    /// </summary>
    public const string TriggersTooOften = "CF10051";
}
