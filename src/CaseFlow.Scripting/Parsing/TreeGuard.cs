using System.Globalization;
using CaseFlow.Engine.Workflows.Scripting;
using Jint.Parser.Ast;

namespace CaseFlow.Scripting.Parsing;

/// <summary>
/// Puts the guards into a script's tree: every function and every turn of a loop begins with one, and every call, every
/// addition and every new value passes through one. So nothing that a script does goes on unseen. It also refuses what
/// is nested too deeply, and what the engine would take for something else than its author meant.
/// </summary>
internal sealed partial class TreeGuard
{
    /// <summary>How deeply a script may be nested. An addition of a hundred texts is as deep.</summary>
    public const int DeepestNesting = 120;

    /// <summary>What the guard of steps is called: a name that no script can write.</summary>
    public const string Step = "\0step";

    /// <summary>What the guard of values is called; it gives back what it is given.</summary>
    public const string Value = "\0value";

    /// <summary>What makes regular expressions.</summary>
    public const string Pattern = "\0pattern";

    private readonly BlockNames _names = new();
    private int _depth;

    /// <summary>The tree with its guards; the tree given is used up.</summary>
    public static Script Guarded(Script program)
    {
        var guard = new TreeGuard();
        guard._names.Enter(isFunction: true);
        program.Body = guard.All(program.Body);
        guard._names.Leave();
        guard._names.RequireOldMeaning();
        return program;
    }

    private List<Statement> All(IEnumerable<Statement> statements) => [.. statements.Select(Visit)];

    private List<Expression> All(IEnumerable<Expression> expressions) =>
        [.. expressions.Select(expression => expression is null ? null! : Visit(expression))];

    private T Deeper<T>(SyntaxNode node, Func<T> visit)
    {
        if (++_depth > DeepestNesting)
        {
            throw RefusedSyntaxException.Wrong(
                string.Create(CultureInfo.InvariantCulture, $"nested more than {DeepestNesting} deep"), node);
        }

        var visited = visit();
        _depth--;
        return visited;
    }

    private BlockStatement Body(Statement body, bool isFunction = false)
    {
        List<Statement> statements = body is BlockStatement block ? [.. block.Body] : [body];
        _names.Enter(isFunction);
        var visited = All(statements);
        _names.Leave();

        // `"use strict"` counts only where it comes first.
        var first = isFunction && visited is [ExpressionStatement { Expression: Literal }, ..] ? 1 : 0;
        visited.Insert(first, new ExpressionStatement
        {
            Type = SyntaxNodes.ExpressionStatement, Expression = Call(Step, body), Location = body.Location,
        });
        return new BlockStatement { Type = SyntaxNodes.BlockStatement, Body = visited, Location = body.Location };
    }

    private static CallExpression Call(string guard, SyntaxNode at, params Expression[] arguments) => new()
    {
        Type = SyntaxNodes.CallExpression,
        Callee = new Identifier { Type = SyntaxNodes.Identifier, Name = guard, Location = at.Location },
        Arguments = arguments,
        CanBeCached = false,
        Location = at.Location,
    };

    private static CallExpression Checked(Expression expression) => Call(Value, expression, expression);

    private static Literal Text(string text, SyntaxNode at) =>
        new() { Type = SyntaxNodes.Literal, Value = text, Raw = text, Location = at.Location };
}
