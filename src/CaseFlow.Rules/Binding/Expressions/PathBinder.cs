using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>
/// Binds paths. A single name is, in this order: a quantifier's variable, an input of the trigger, a definition or
/// parameter, a member of the enum looked for. A longer one begins with one of these, a root of facts, a decision, or
/// `case`.
/// </summary>
internal sealed class PathBinder(DiagnosticBag findings, MemberNames members)
{
    private static readonly string CaseRoot = IdentifierFolding.Fold("case");

    /// <summary>Whether a single name is a value here, apart from members of enums.</summary>
    public bool IsValue(PathExpression path, ExpressionScope scope) =>
        Local(path.Parts[0], scope) is not null
        || scope.Module.Names.Values.Find(path.Parts[0].Text) is { } symbol && scope.Module.IsVisible(symbol);

    /// <summary>Binds a path.</summary>
    public BoundExpression Bind(PathExpression path, ExpressionScope scope, RuleType? expected)
    {
        var parts = path.Parts;
        if (parts.Count > 1 && scope.Module.IsImportAlias(parts[0]) && !IsValue(path, scope))
        {
            parts = [.. parts.Skip(1)];
        }

        return parts.Count switch
        {
            0 => new ErrorBoundExpression(path.Span),
            1 => Single(path, parts[0], scope, expected),
            _ => Dotted(path, parts, scope),
        };
    }

    /// <summary>The fields of a value, one after another; null with a finding where one is not there.</summary>
    public BoundExpression Fields(
        BoundExpression target, IEnumerable<Name> fields, SourceSpan span, ExpressionScope scope)
    {
        foreach (var name in fields)
        {
            if (target.Type.Kind == TypeKind.Error)
            {
                return new ErrorBoundExpression(span);
            }

            var index = target.Type.Record is { } record ? members.Of(record) : new NameIndex<FieldSymbol>();
            if (scope.Module.Member(index, name) is not { } field)
            {
                scope.Module.ReportUnknown(
                    name, RulesCodes.UnknownField, index.Symbols, scope.Module.TextOf(target.Span), name.Text);
                return new ErrorBoundExpression(span);
            }

            target = new FieldExpression(target, field, span);
        }

        return target;
    }

    private static BoundExpression? Local(Name name, ExpressionScope scope)
    {
        var folded = IdentifierFolding.Fold(name.Text);
        if (scope.Variables.Find(variable => IdentifierFolding.Fold(variable.Name) == folded) is { } element)
        {
            return new ElementExpression(element, name.Span);
        }

        if (scope.Inputs.Find(name.Text) is not { } input)
        {
            return null;
        }

        scope.Module.Names.Meanings?.Add(name, input);
        return new InputExpression(input, name.Span);
    }

    private BoundExpression Single(PathExpression path, Name name, ExpressionScope scope, RuleType? expected)
    {
        if (Local(name, scope) is { } local)
        {
            return local;
        }

        var member = expected?.Enum is { } owner ? members.Of(owner).Find(name.Text) : null;
        var value = scope.Module.Names.Values.Find(name.Text);
        if (value is not null && (member is null || scope.Module.IsVisible(value) && IsOfEnum(value, member.Owner)))
        {
            return Named(path, name, value, member, scope);
        }

        if (member is not null)
        {
            scope.Module.Member(members.Of(member.Owner), name);
            return new ConstantExpression(new EnumValue(member), expected!.AsOptional(false), path.Span);
        }

        ReportUnknown(name, scope, expected?.Enum);
        return new ErrorBoundExpression(path.Span);
    }

    private BoundExpression Named(
        PathExpression path, Name name, Symbol value, EnumMemberSymbol? member, ExpressionScope scope)
    {
        scope.Module.Use(name, value);
        if (member is not null)
        {
            findings.ReportWith(
                RulesCodes.AmbiguousName,
                name.Span,
                [new RelatedPlace(value.Span, value.Name), new RelatedPlace(member.Span, member.Name)],
                name.Text,
                value.Name + ", " + member.Owner.Name + "." + member.Name);
        }

        switch (value)
        {
            case DefinitionSymbol definition:
                return new DefinitionExpression(definition, path.Span);
            case ParameterSymbol parameter:
                return new ParameterExpression(parameter, path.Span);
            default:
                // A root or a decision is no value by itself: one of its fields or outputs is meant.
                var guess = value is DecisionSymbol { Outputs: [var first, ..] } ? name.Text + "." + first.Name : null;
                findings.ReportGuessing(RulesCodes.UnknownName, name.Span, guess, name.Text);
                return new ErrorBoundExpression(path.Span);
        }
    }

    private static bool IsOfEnum(Symbol value, EnumSymbol owner) => value switch
    {
        DefinitionSymbol definition => definition.Type.Enum == owner,
        ParameterSymbol parameter => parameter.Type.Enum == owner,
        _ => false,
    };

    private void ReportUnknown(Name name, ExpressionScope scope, EnumSymbol? owner)
    {
        var module = scope.Module;
        if (owner is not null)
        {
            var shown = ShortList.Of([.. owner.Members.Select(member => TypeWords.NameIn(member, module.Language))]);
            module.ReportUnknownIn(
                owner,
                name,
                RulesCodes.NotAMember,
                owner.Members,
                name.Text,
                TypeWords.NameIn(owner, module.Language),
                shown);
            return;
        }

        var candidates = module.Visible(module.Names.Values)
            .Where(symbol => symbol is DefinitionSymbol or ParameterSymbol)
            .Concat(scope.Inputs.Symbols);
        module.ReportUnknown(name, RulesCodes.UnknownName, candidates, name.Text);
    }

    private BoundExpression Dotted(PathExpression path, IReadOnlyList<Name> parts, ExpressionScope scope)
    {
        var module = scope.Module;
        if (Local(parts[0], scope) is { } local)
        {
            return Fields(local, parts.Skip(1), path.Span, scope);
        }

        switch (module.Names.Values.Find(parts[0].Text))
        {
            case FactsSymbol root:
                module.Use(parts[0], root);
                return Fact(path, root, parts, scope);
            case DecisionSymbol decision:
                module.Use(parts[0], decision);
                return Output(path, decision, parts, scope);
            case DefinitionSymbol or ParameterSymbol:
                var head = Single(new PathExpression([parts[0]], parts[0].Span), parts[0], scope, null);
                return Fields(head, parts.Skip(1), path.Span, scope);
            case null when IdentifierFolding.Fold(parts[0].Text) == CaseRoot:
                return CasePaths.Bind(path, parts, scope);
            default:
                module.ReportUnknown(
                    parts[0], RulesCodes.UnknownName, module.Visible(module.Names.Values), path.Text);
                return new ErrorBoundExpression(path.Span);
        }
    }

    private BoundExpression Fact(
        PathExpression path, FactsSymbol root, IReadOnlyList<Name> parts, ExpressionScope scope)
    {
        var facts = members.Of(root);
        if (scope.Module.Member(facts, parts[1]) is not { } fact)
        {
            var written = parts[0].Text + "." + parts[1].Text;
            scope.Module.ReportUnknown(parts[1], RulesCodes.UnknownFact, facts.Symbols, written);
            return new ErrorBoundExpression(path.Span);
        }

        return Fields(new FactExpression(fact, path.Span), parts.Skip(2), path.Span, scope);
    }

    private BoundExpression Output(
        PathExpression path, DecisionSymbol decision, IReadOnlyList<Name> parts, ExpressionScope scope)
    {
        var outputs = members.Of(decision);
        if (scope.Module.Member(outputs, parts[1]) is not { } output)
        {
            scope.Module.ReportUnknownIn(
                decision, parts[1], RulesCodes.UnknownOutput, outputs.Symbols, parts[0].Text, parts[1].Text);
            return new ErrorBoundExpression(path.Span);
        }

        var head = new OutputExpression(decision, output, output.ResultType, path.Span);
        return Fields(head, parts.Skip(2), path.Span, scope);
    }
}
