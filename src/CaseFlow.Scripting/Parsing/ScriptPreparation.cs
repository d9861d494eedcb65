using System.Globalization;
using CaseFlow.Engine.Workflows.Scripting;
using Jint.Parser;
using Jint.Parser.Ast;

namespace CaseFlow.Scripting.Parsing;

/// <summary>
/// Makes scripts ready to run. The parser is recursive: a text that could nest deeply is parsed on a thread of its own
/// with a stack that the longest text cannot fill.
/// </summary>
internal static class ScriptPreparation
{
    /// <summary>The longest text of a script, in signs.</summary>
    public const int LongestText = 32_768;

    // About 2 KB of stack a sign that nests: what a text below this bound takes is there on every thread.
    private const int SafeNesting = 100;

    // LongestText times 4 KB.
    private const int DeepStack = 128 << 20;

    private const string IllegalReturn = "Illegal return statement";

    // What stands before a script with a `return` at the top. It adds no line, so that places stay right.
    private const string Head = "(function(){";

    public static PreparedScript Prepare(string script)
    {
        if (script.Length > LongestText)
        {
            var limit = string.Create(CultureInfo.InvariantCulture, $"longer than {LongestText} characters");
            return new PreparedScript(null, new ScriptFault(ScriptFaultKind.Syntax, limit));
        }

        if (CanNest(script) <= SafeNesting)
        {
            return Whole(script);
        }

        PreparedScript? prepared = null;
        var thread = new Thread(() => prepared = Whole(script), DeepStack);
        thread.Start();
        thread.Join();
        return prepared!;
    }

    // Whatever nests needs a sign that is no letter: a bracket, an operator, or the blank between two keywords.
    private static int CanNest(string script) => script.Count(sign => !char.IsLetterOrDigit(sign) && sign != '.');

    private static PreparedScript Whole(string script)
    {
        try
        {
            var (tree, shift) = Tree(script);
            return Guarded(tree, shift);
        }
        catch (ParserException exception)
        {
            return new PreparedScript(null, NewerSyntax.FaultOf(script, exception));
        }
        catch (RefusedSyntaxException exception)
        {
            return new PreparedScript(null, exception.Fault);
        }
        catch (ArgumentException)
        {
            // What the parser throws at a regular expression that is none.
            return new PreparedScript(null, new ScriptFault(ScriptFaultKind.Syntax, "regular expression"));
        }
    }

    private static PreparedScript Guarded(Script tree, int shift)
    {
        try
        {
            return new PreparedScript(TreeGuard.Guarded(tree), null) { Shift = shift };
        }
        catch (RefusedSyntaxException exception)
        {
            return new PreparedScript(null, PreparedScript.Placed(exception.Fault, shift));
        }
    }

    // What parses in the old edition has no templates; whatever looks so stands in a text or a comment.
    private static (Script Tree, int Shift) Tree(string script)
    {
        try
        {
            return WithReturn(script);
        }
        catch (ParserException) when (script.Contains('`', StringComparison.Ordinal))
        {
            return WithReturn(TemplateTranslation.Translated(script));
        }
    }

    // A `return` at the top of a script is allowed: the script is then a function's body.
    private static (Script Tree, int Shift) WithReturn(string script)
    {
        try
        {
            return (new JavaScriptParser().Parse(script), 0);
        }
        catch (ParserException exception) when (exception.Description == IllegalReturn)
        {
            return (Wrapped(script), Head.Length);
        }
    }

    private static Script Wrapped(string script)
    {
        var tree = new JavaScriptParser().Parse($"{Head}{script}\n}})()");
        return tree.Body.ToArray() is [ExpressionStatement { Expression: CallExpression call }]
            && call is { Callee: FunctionExpression, Arguments.Count: 0 }
                ? tree
                : throw new RefusedSyntaxException(new ScriptFault(ScriptFaultKind.Syntax, "Unexpected token }"));
    }
}
