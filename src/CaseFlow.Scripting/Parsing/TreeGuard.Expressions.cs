using Jint.Parser.Ast;

namespace CaseFlow.Scripting.Parsing;

/// <content>Expressions.</content>
internal sealed partial class TreeGuard
{
    private Expression Visit(Expression expression) => Deeper(expression, () => Changed(expression));

    private Expression Changed(Expression expression)
    {
        switch (expression)
        {
            case Identifier or MemberExpression:
                return Place(expression, isAssigned: false);
            case CallExpression call:
                call.Callee = Place(call.Callee, isAssigned: false);
                call.Arguments = All(call.Arguments);
                call.CanBeCached = false;
                return Checked(call);
            case NewExpression made:
                made.Callee = Place(made.Callee, isAssigned: false);
                made.Arguments = All(made.Arguments);
                return Checked(made);
            case ArrayExpression list:
                list.Elements = All(list.Elements);
                return Checked(list);
            case ObjectExpression map:
                map.Properties = [.. map.Properties];
                map.Properties.ToList().ForEach(property => property.Value = Visit(property.Value));
                return Checked(map);
            case FunctionExpression function:
                function.Body = Function(function.Parameters, function.Body);
                return function;
            case RegExpLiteral pattern:
                return RegularExpression(pattern);
            case Literal literal:
                return Plain(literal);
            default:
                Operate(expression);
                return expression;
        }
    }

    private void Operate(Expression expression)
    {
        switch (expression)
        {
            case AssignmentExpression assignment:
                assignment.Left = Place(assignment.Left, isAssigned: true);
                var value = Visit(assignment.Right);
                assignment.Right = assignment.Operator == AssignmentOperator.PlusAssign ? Checked(value) : value;
                break;
            case BinaryExpression binary:
                binary.Left = Visit(binary.Left);
                var right = Visit(binary.Right);
                binary.Right = binary.Operator == BinaryOperator.Plus ? Checked(right) : right;
                break;
            case LogicalExpression logical:
                logical.Left = Visit(logical.Left);
                logical.Right = Visit(logical.Right);
                break;
            case UpdateExpression update:
                update.Argument = Place(update.Argument, isAssigned: true);
                break;
            case UnaryExpression unary:
                unary.Argument = Place(unary.Argument, isAssigned: false);
                break;
            case ConditionalExpression choice:
                choice.Test = Visit(choice.Test);
                choice.Consequent = Visit(choice.Consequent);
                choice.Alternate = Visit(choice.Alternate);
                break;
            case SequenceExpression sequence:
                sequence.Expressions = All(sequence.Expressions);
                break;
        }
    }

    // What names a place stays a name: `a.b = 1`, `delete a.b` and `a.b()` need more than its value.
    private Expression Place(Expression expression, bool isAssigned)
    {
        switch (expression)
        {
            case Identifier identifier:
                _names.Use(identifier.Name, isAssigned);
                return identifier;
            case MemberExpression member:
                return Deeper(member, () =>
                {
                    member.Object = Visit(member.Object);
                    member.Property = member.Computed ? Visit(member.Property) : member.Property;
                    return member;
                });
            default:
                return Visit(expression);
        }
    }

    // `/a/g` is the call that makes it: so it passes through the guard of patterns.
    private static CallExpression RegularExpression(RegExpLiteral pattern)
    {
        var raw = pattern.Raw ?? pattern.Value?.ToString() ?? "";
        var end = raw.LastIndexOf('/');
        return end > 0
            ? Call(Pattern, pattern, Text(raw[1..end], pattern), Text(raw[(end + 1)..], pattern))
            : throw RefusedSyntaxException.Wrong("regular expression", pattern);
    }

    private static Literal Plain(Literal literal) =>
        literal is { Value: string, Raw: { } raw } && raw.Contains("\\u{", StringComparison.Ordinal)
            ? throw RefusedSyntaxException.TooNew("`\\u{`", literal)
            : literal;
}
