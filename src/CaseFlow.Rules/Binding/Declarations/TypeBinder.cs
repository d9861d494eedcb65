using System.Globalization;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
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
            BuiltInTypeSyntax builtIn => BuiltIn(builtIn, scope),
            NamedTypeSyntax named => Named(named, scope),
            ListTypeSyntax list => List(list, owner, scope),
            _ => RuleType.Error,
        };
        return type.Kind == TypeKind.Error ? type : type.AsOptional(syntax.Optional);
    }

    private static RuleType BuiltIn(BuiltInTypeSyntax syntax, ModuleScope scope) => syntax.Type switch
    {
        BuiltInType.Boolean => RuleType.Boolean,
        BuiltInType.Number => RuleType.Number,
        BuiltInType.Date => RuleType.Date,
        BuiltInType.Duration => RuleType.Duration,
        BuiltInType.Text => RuleType.Text,
        _ => Refuse(syntax, scope),
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
        if (syntax.IsSet)
        {
            return Refuse(syntax, scope);
        }

        if (syntax.Bound is null)
        {
            scope.Findings.Report(
                RulesCodes.ListWithoutBound,
                syntax.Span,
                owner,
                RuleType.DefaultListBound.ToString(CultureInfo.InvariantCulture));
        }

        return element.Kind == TypeKind.Error
            ? RuleType.Error
            : new RuleType(TypeKind.List) { Element = element, Bound = syntax.Bound ?? RuleType.DefaultListBound };
    }

    private static RuleType Refuse(TypeSyntax syntax, ModuleScope scope)
    {
        scope.Findings.Report(RulesCodes.NotSupportedYet, syntax.Span, scope.TextOf(syntax));
        return RuleType.Error;
    }
}
