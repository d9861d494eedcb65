namespace CaseFlow.Engine.Workflows.Scripting;

/// <summary>
/// Runs the scripts of definitions: values in, values out. It reads no clock and no source of chance, so that the same
/// request gives the same answer; and whatever a script does, it harms nobody else: it ends within its limits, with an
/// answer or with a fault.
/// </summary>
public interface IScriptEngine
{
    /// <summary>What keeps a script from being run at all; null: it can be run. Nothing is run.</summary>
    ScriptFault? Check(string script);

    /// <summary>Runs a script. Safe to call from many threads at once; never throws for what a script does.</summary>
    ScriptRun Run(ScriptRequest request);
}

/// <summary>How a script came out: one of the two is there.</summary>
/// <param name="Answer">What it gave.</param>
/// <param name="Fault">Why it gave nothing; nothing of what it did counts.</param>
public sealed record ScriptRun(ScriptAnswer? Answer, ScriptFault? Fault);

/// <summary>What a script gave.</summary>
/// <param name="Value">What it returned, else the value of its last statement.</param>
public sealed record ScriptAnswer(object? Value)
{
    /// <summary>The variables that it gave a value, by name, in the order in which they got their first.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Assigned { get; init; } = [];

    /// <summary>What it made of the instance's correlation and name.</summary>
    public ScriptNames Names { get; init; } = new();

    /// <summary>The outcomes that it chose; empty: `Done`.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];
}

/// <summary>Why a script gave nothing.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Detail">
/// For syntax: what the parser says; for a thrown error: its kind, such as `TypeError`; for limits: the limit. Never a
/// value that the script saw.
/// </param>
/// <param name="Line">Where, from 1; 0: nowhere in particular.</param>
/// <param name="Column">Where in the line, from 1; 0: nowhere in particular.</param>
public sealed record ScriptFault(ScriptFaultKind Kind, string Detail, int Line = 0, int Column = 0);

/// <summary>What ended a script.</summary>
public enum ScriptFaultKind
{
    /// <summary>It is not written in the language.</summary>
    Syntax,

    /// <summary>It is written in a newer edition of the language than is run.</summary>
    TooNew,

    /// <summary>It threw, or did what the language forbids.</summary>
    Thrown,

    /// <summary>It ran for longer than <see cref="ScriptLimits.Time"/>.</summary>
    Time,

    /// <summary>It ran more steps than <see cref="ScriptLimits.Steps"/>.</summary>
    Steps,

    /// <summary>Its functions called each other more deeply than <see cref="ScriptLimits.Recursion"/>.</summary>
    Recursion,

    /// <summary>It took more memory than <see cref="ScriptLimits.Memory"/>, or made a value too large.</summary>
    Memory,
}
