using Jint.Parser.Ast;

namespace CaseFlow.Scripting.Parsing;

/// <content>Statements.</content>
internal sealed partial class TreeGuard
{
    private Statement Visit(Statement statement) => Deeper(statement, () => Changed(statement));

    private Statement Changed(Statement statement)
    {
        switch (statement)
        {
            case BlockStatement block:
                _names.Enter(isFunction: false);
                block.Body = All(block.Body);
                _names.Leave();
                break;
            case ExpressionStatement expression:
                expression.Expression = Visit(expression.Expression);
                break;
            case VariableDeclaration declaration:
                Declare(declaration);
                break;
            case FunctionDeclaration function:
                _names.Declare(function.Id.Name, function, BlockNames.Function, hasValue: true);
                function.Body = Function(function.Parameters, function.Body);
                break;
            case ReturnStatement { Argument: { } argument } answer:
                answer.Argument = Visit(argument);
                break;
            case ThrowStatement thrown:
                thrown.Argument = Visit(thrown.Argument);
                break;
            case WithStatement:
                throw RefusedSyntaxException.Wrong("with", statement);
            default:
                Branch(statement);
                break;
        }

        return statement;
    }

    private void Branch(Statement statement)
    {
        switch (statement)
        {
            case IfStatement choice:
                choice.Test = Visit(choice.Test);
                choice.Consequent = Visit(choice.Consequent);
                choice.Alternate = choice.Alternate is { } otherwise ? Visit(otherwise) : null;
                break;
            case SwitchStatement choice:
                Switch(choice);
                break;
            case TryStatement attempt:
                Try(attempt);
                break;
            case LabelledStatement labelled:
                labelled.Body = Visit(labelled.Body);
                break;
            default:
                Loop(statement);
                break;
        }
    }

    private void Loop(Statement statement)
    {
        switch (statement)
        {
            case WhileStatement loop:
                loop.Test = Visit(loop.Test);
                loop.Body = Body(loop.Body);
                break;
            case DoWhileStatement loop:
                loop.Body = Body(loop.Body);
                loop.Test = Visit(loop.Test);
                break;
            case ForStatement loop:
                _names.Enter(isFunction: false);
                For(loop);
                _names.Leave();
                break;
            case ForInStatement loop:
                _names.Enter(isFunction: false);
                ForIn(loop);
                _names.Leave();
                break;
        }
    }

    private void For(ForStatement loop)
    {
        if (loop.Init is VariableDeclaration declaration)
        {
            Declare(declaration);
        }
        else if (loop.Init is Expression first)
        {
            loop.Init = Visit(first);
        }

        loop.Test = loop.Test is { } test ? Visit(test) : null;
        loop.Update = loop.Update is { } update ? Visit(update) : null;
        loop.Body = Body(loop.Body);
    }

    private void ForIn(ForInStatement loop)
    {
        if (loop.Left is VariableDeclaration declaration)
        {
            Declare(declaration, isGiven: true);
        }
        else if (loop.Left is Expression place)
        {
            loop.Left = Place(place, isAssigned: true);
        }

        loop.Right = Visit(loop.Right);
        loop.Body = Body(loop.Body);
    }

    private void Switch(SwitchStatement choice)
    {
        choice.Discriminant = Visit(choice.Discriminant);
        _names.Enter(isFunction: false);
        choice.Cases = [.. choice.Cases ?? []];
        foreach (var found in choice.Cases)
        {
            found.Test = found.Test is { } test ? Visit(test) : null;
            found.Consequent = All(found.Consequent);
        }

        _names.Leave();
    }

    private void Try(TryStatement attempt)
    {
        attempt.Block = Visit(attempt.Block);
        attempt.Handlers = [.. attempt.Handlers ?? []];
        foreach (var handler in attempt.Handlers)
        {
            _names.Declare(handler.Param.Name, handler, BlockNames.Function, hasValue: true);
            handler.Body = (BlockStatement)Visit(handler.Body);
        }

        attempt.Finalizer = attempt.Finalizer is { } last ? Visit(last) : null;
    }

    private void Declare(VariableDeclaration declaration, bool isGiven = false)
    {
        declaration.Declarations = [.. declaration.Declarations];
        foreach (var one in declaration.Declarations)
        {
            // A function may name itself in its own value; nothing else may be used before it has one.
            var isEarly = one.Init is null or FunctionExpression;
            one.Init = isEarly || one.Init is not { } value ? one.Init : Visit(value);
            _names.Declare(one.Id.Name, one, declaration.Kind, isGiven || one.Init is not null);
            one.Init = isEarly && one.Init is { } function ? Visit(function) : one.Init;
        }
    }

    private BlockStatement Function(IEnumerable<Identifier> parameters, Statement body)
    {
        _names.MeetFunction();
        foreach (var parameter in parameters)
        {
            _names.Declare(parameter.Name, parameter, BlockNames.Function, hasValue: true);
        }

        return Body(body, isFunction: true);
    }
}
