using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>`date optional`, `list of petitioner at most 1000`.</summary>
internal sealed class TypeParser(TokenCursor cursor, NameParser names)
{
    private static readonly (Keyword Word, BuiltInType Type)[] BuiltIn =
    [
        (Keyword.BooleanType, BuiltInType.Boolean), (Keyword.NumberType, BuiltInType.Number),
        (Keyword.MoneyType, BuiltInType.Money), (Keyword.DateType, BuiltInType.Date),
        (Keyword.DurationType, BuiltInType.Duration), (Keyword.TextType, BuiltInType.Text),
    ];

    public TypeSyntax Type()
    {
        var start = cursor.Start;
        var type = WithoutOptional();
        var optional = cursor.TryTake(Keyword.Optional);
        return type with { Optional = optional, Span = cursor.SpanFrom(start) };
    }

    // The element of a list takes no `optional` of its own: the word belongs to the list.
    private TypeSyntax WithoutOptional()
    {
        var start = cursor.Start;
        if (!cursor.Enter())
        {
            cursor.Leave();
            return Unreadable(start);
        }

        var type = cursor.AtAny(Keyword.ListOf, Keyword.SetOf) ? List(start) : Simple(start);
        cursor.Leave();
        return type;
    }

    private ListTypeSyntax List(int start)
    {
        var isSet = cursor.Take().Is(Keyword.SetOf);
        var element = WithoutOptional();
        int? bound = cursor.TryTake(Keyword.AtMost) ? names.WholeNumber() : null;
        return new ListTypeSyntax(element, bound, isSet, Optional: false, cursor.SpanFrom(start));
    }

    private TypeSyntax Simple(int start)
    {
        foreach (var (word, type) in BuiltIn)
        {
            if (cursor.TryTake(word))
            {
                return new BuiltInTypeSyntax(type, Optional: false, cursor.SpanFrom(start));
            }
        }

        if (cursor.AtName)
        {
            return new NamedTypeSyntax(names.Name(), Optional: false, cursor.SpanFrom(start));
        }

        cursor.FailLacking(RulesCodes.ExpectedType);
        return Unreadable(start);
    }

    private NamedTypeSyntax Unreadable(int start)
    {
        var span = cursor.SpanFrom(start);
        return new NamedTypeSyntax(new Name("", span), Optional: false, span);
    }
}
