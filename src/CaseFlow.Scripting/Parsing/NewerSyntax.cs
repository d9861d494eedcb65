using System.Text.RegularExpressions;
using CaseFlow.Engine.Workflows.Scripting;
using Jint.Parser;

namespace CaseFlow.Scripting.Parsing;

/// <summary>Tells a script in a newer edition of the language from one that is wrong in every edition.</summary>
internal static partial class NewerSyntax
{
    public static ScriptFault FaultOf(string script, ParserException exception)
    {
        var found = Newer().Match(Quoted().Replace(script, "''"));
        return found.Success
            ? new ScriptFault(
                ScriptFaultKind.TooNew, $"`{found.Value.Trim()}`", exception.LineNumber, exception.Column)
            : new ScriptFault(
                ScriptFaultKind.Syntax, exception.Description ?? "", exception.LineNumber, exception.Column);
    }

    // Texts and comments say nothing of the edition.
    [GeneratedRegex(
        """'(\\.|[^'\\\n])*'|"(\\.|[^"\\\n])*"|//[^\n]*|/\*[\s\S]*?\*/""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"=>|`|\.\.\.|\?\?|\?\.(?!\d)|\*\*|\bclass\b|\basync\b|\bawait\b|\byield\b|\bimport\b|\bexport\b|\b0[boBO]\d"
        + @"|\bfunction\s*\*|\b(let|const|var)\s*[\[{]|\bof\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Newer();
}
