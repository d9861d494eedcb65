using CaseFlow.Engine.Workflows.Scripting;
using Jint.Parser.Ast;

namespace CaseFlow.Scripting.Parsing;

/// <summary>A script made ready to run: parsed, and its guards put in. It serves for one run.</summary>
/// <param name="Tree">What is run; null: it cannot be run.</param>
/// <param name="Fault">Why it cannot be run; null: it can.</param>
internal sealed record PreparedScript(Script? Tree, ScriptFault? Fault)
{
    /// <summary>How many signs stand before the script's own ones in its first line.</summary>
    public int Shift { get; init; }

    /// <summary>A fault at its place in the author's text.</summary>
    public static ScriptFault Placed(ScriptFault fault, int shift) =>
        fault.Line == 1 ? fault with { Column = Math.Max(1, fault.Column - shift) } : fault;
}

/// <summary>A script cannot be run as it is written.</summary>
internal sealed class RefusedSyntaxException(ScriptFault fault) : Exception(fault.Detail)
{
    public ScriptFault Fault { get; } = fault;

    /// <summary>A part of the language that is not run here.</summary>
    public static RefusedSyntaxException TooNew(string what, SyntaxNode node) =>
        new(At(ScriptFaultKind.TooNew, what, node));

    public static RefusedSyntaxException Wrong(string what, SyntaxNode node) =>
        new(At(ScriptFaultKind.Syntax, what, node));

    private static ScriptFault At(ScriptFaultKind kind, string what, SyntaxNode node) =>
        node.Location is { Start: { } start }
            ? new ScriptFault(kind, what, start.Line, start.Column + 1)
            : new ScriptFault(kind, what);
}
