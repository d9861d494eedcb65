using System.Globalization;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Turns types as written into types.</summary>
internal static class TypeBinder
{
    /// <summary>The type; what is not declared or not supported is a finding and the error type.</summary>
    /// <param name="syntax">As written.</param>
    /// <param name="owner">The item that has the type, for findings.</param>
    /// <param name="scope">The module.</param>
    public static RuleType Bind(TypeSyntax syntax, string owner, ModuleScope scope)
    {
        var type = syntax switch
        {
            BuiltInTypeSyntax builtIn => BuiltIn(builtIn.Type),
            NamedTypeSyntax named => Named(named, scope),
            ListTypeSyntax list => List(list, owner, scope),
            _ => RuleType.Error,
        };
        return type.Kind == TypeKind.Error ? type : type.AsOptional(syntax.Optional);
    }

    private static RuleType BuiltIn(BuiltInType type) => type switch
    {
        BuiltInType.Boolean => RuleType.Boolean,
        BuiltInType.Number => RuleType.Number,
        BuiltInType.Date => RuleType.Date,
        BuiltInType.Duration => RuleType.Duration,
        BuiltInType.Money => RuleType.Money,
        _ => RuleType.Text,
    };

    private static RuleType Named(NamedTypeSyntax syntax, ModuleScope scope) =>
        scope.Resolve(scope.Names.Types, syntax.Name, RulesCodes.UnknownType) switch
        {
            EnumSymbol symbol => new RuleType(TypeKind.Enum) { Enum = symbol },
            RecordSymbol symbol => new RuleType(TypeKind.Record) { Record = symbol },
            _ => RuleType.Error,
        };

    private static RuleType List(ListTypeSyntax syntax, string owner, ModuleScope scope)
    {
        var element = Bind(syntax.Element, owner, scope);
        if (element.Kind == TypeKind.Error)
        {
            return RuleType.Error;
        }

        var kind = syntax.IsSet ? TypeKind.Set : TypeKind.List;
        if ((syntax.Bound ?? NaturalBound(kind, element)) is { } bound)
        {
            return new RuleType(kind) { Element = element, Bound = bound };
        }

        var assumed = RuleType.DefaultListBound.ToString(CultureInfo.InvariantCulture);
        var bounded = " " + KeywordTable.Find(scope.Language)!.Phrase(Keyword.AtMost) + " " + assumed;
        scope.Findings.Add(DiagnosticBag.Of(RulesCodes.ListWithoutBound, syntax.Span, owner, assumed) with
        {
            Fixes = [Fixing.After(syntax.Element.Span, bounded)],
        });
        return new RuleType(kind) { Element = element, Bound = RuleType.DefaultListBound };
    }

    // A set holds each value once: no more than there are values.
    private static int? NaturalBound(TypeKind kind, RuleType element) => (kind, element.Kind) switch
    {
        (TypeKind.Set, TypeKind.Enum) => element.Enum!.Members.Count,
        (TypeKind.Set, TypeKind.Boolean) => 2,
        _ => null,
    };
}
