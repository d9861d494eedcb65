namespace CaseFlow.Engine.Workflows.Diagnostics;

/// <content>Expressions and scripts.</content>
public static partial class WorkflowCodes
{
    /// <summary>CF10030: a language of expressions that is not run here. {0} the language.</summary>
    public const string RefusedLanguage = "CF10030";

    /// <summary>CF10031: a language of expressions that is not known: the input is unset. {0} the language.</summary>
    public const string UnknownLanguage = "CF10031";

    /// <summary>CF10032: a type of activities that is not run here. {0} the type.</summary>
    public const string RefusedActivity = "CF10032";

    /// <summary>
    /// CF10033: a script that is no JavaScript. {0} the input or activity; {1} what the parser says; {2} line, {3}
    /// column, from 1.
    /// </summary>
    public const string ScriptSyntax = "CF10033";

    /// <summary>
    /// CF10034: a script in a newer edition of JavaScript than is run. {0} the input or activity; {1} what it uses; {2}
    /// line, {3} column, from 1.
    /// </summary>
    public const string ScriptTooNew = "CF10034";

    /// <summary>CF10035: an expression of the rules that cannot be read. {0} the place; {1} the code.</summary>
    public const string RulesUnsound = "CF10035";

    /// <summary>CF10036: an activity lacks an input that it needs. {0} the type; {1} the input.</summary>
    public const string RequiredInput = "CF10036";

    /// <summary>
    /// CF10130: a script threw. {0} the activity; {1} the kind of error; {2} line, {3} column, from 1; 0: not known.
    /// </summary>
    public const string ScriptThrew = "CF10130";

    /// <summary>CF10131: a script ran too long. {0} the activity; {1} the limit.</summary>
    public const string ScriptTime = "CF10131";

    /// <summary>CF10132: a script took too many steps. {0} the activity; {1} the limit.</summary>
    public const string ScriptSteps = "CF10132";

    /// <summary>CF10133: functions of a script called each other too deeply. {0} the activity; {1} the limit.</summary>
    public const string ScriptRecursion = "CF10133";

    /// <summary>CF10134: a script took too much memory or made too large a value. {0} the activity; {1} the limit.
    /// </summary>
    public const string ScriptMemory = "CF10134";

    /// <summary>
    /// CF10136: an expression of the rules hangs on what has no value. {0} the activity; {1} the names that would tell.
    /// </summary>
    public const string RulesUnknown = "CF10136";

    /// <summary>
    /// CF10137: an expression of the rules has no answer. {0} the activity; {1} the code of the rules language.
    /// </summary>
    public const string RulesWithoutAnswer = "CF10137";

    /// <summary>CF10138: an embedder's activity cannot do its work. {0} the type; {1} what it says.</summary>
    public const string ActivityRefused = "CF10138";

    /// <summary>CF10135: the host has nothing that runs scripts.</summary>
    public const string NoScripts = "CF10135";
}
