using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Examples;

/// <summary>Binds the expectations of an example.</summary>
internal sealed class WantBinder(ExpressionBinder expressions, MemberNames members, RuleNames rules)
{
    /// <summary>The expectation, or null with a finding.</summary>
    public BoundWant? Bind(WantSyntax want, ModuleScope module) => want switch
    {
        WantValue value => Value(value, module),
        WantUndecided { Path.Parts: [var decision, ..] } undecided =>
            Of(decision, module, symbol => Undecided(undecided, symbol, module)),
        WantRules named => Of(named.Decision, module, symbol => Rules(named, symbol, module)),
        WantCiting citing => Of(citing.Decision, module, symbol => Citing(citing, symbol, module)),
        WantMissing missing => Of(missing.Decision, module, symbol => Missing(missing, symbol, module)),
        WantConflict conflict => Of(conflict.Decision, module, symbol => new WantedConflict(symbol, conflict.Span)),
        _ => null,
    };

    private static BoundWant? Of(Name decision, ModuleScope module, Func<DecisionSymbol, BoundWant?> bind) =>
        DecisionNames.Find(decision, module) is { } symbol ? bind(symbol) : null;

    private WantedValue? Value(WantValue want, ModuleScope module)
    {
        if (want.Path.Parts is not [var decision, _, ..]
            || DecisionNames.Find(decision, module) is not { } symbol)
        {
            ReportShort(want.Path, module);
            return null;
        }

        if (Output(symbol, want.Path, module) is not { } output)
        {
            return null;
        }

        // Every output may be expected missing: it is so wherever its decision does not apply.
        var value = expressions.BindAs(
            want.Value, new ExpressionScope(module), output.ResultType.AsOptional(), output.Name);
        return new WantedValue(symbol, output, value, want.Span);
    }

    // The whole decision is undecided, also where one of its outputs is named.
    private WantedUndecided? Undecided(WantUndecided want, DecisionSymbol symbol, ModuleScope module) =>
        want.Path.Parts.Count == 1 || Output(symbol, want.Path, module) is not null
            ? new WantedUndecided(symbol, want.Span)
            : null;

    // The output that the second name of a path means, or null with a finding; an output has no parts of its own.
    private OutputSymbol? Output(DecisionSymbol decision, PathExpression path, ModuleScope module)
    {
        var (outputs, name) = (members.Of(decision), path.Parts[1]);
        if (module.Member(outputs, name) is not { } output)
        {
            module.ReportUnknownIn(
                decision, name, RulesCodes.UnknownOutput, outputs.Symbols, path.Parts[0].Text, name.Text);
            return null;
        }

        if (path.Parts is not [_, _, var part, ..])
        {
            return output;
        }

        module.Findings.Report(RulesCodes.UnknownField, part.Span, path.Parts[0].Text + "." + name.Text, part.Text);
        return null;
    }

    private static void ReportShort(PathExpression path, ModuleScope module)
    {
        if (path.Parts is [var only]
            && module.Names.Values.Find(only.Text) is DecisionSymbol { Outputs: [var first, ..] })
        {
            module.Findings.ReportGuessing(
                RulesCodes.UnknownName, only.Span, only.Text + "." + first.Name, only.Text);
        }
        else if (path.Parts is [var unknown])
        {
            DecisionNames.Find(unknown, module);
        }
    }

    private WantedRules Rules(WantRules want, DecisionSymbol decision, ModuleScope module)
    {
        var names = new List<string>();
        foreach (var name in want.Rules)
        {
            if (rules.Find(decision, name.Text) is { } found)
            {
                names.Add(found);
                continue;
            }

            module.Findings.ReportNear(
                RulesCodes.UnknownRule,
                name.Span,
                Suggestions.Nearest(name.Text, module.Names.Guessing(rules.In(decision))),
                decision.Name,
                name.Text);
        }

        return new WantedRules(decision, names, want.Span);
    }

    private static WantedCitation? Citing(WantCiting want, DecisionSymbol decision, ModuleScope module) =>
        CitationBinder.Bind(want.Citation, module) is { } citation
            ? new WantedCitation(decision, citation, want.Span)
            : null;

    private WantedMissing Missing(WantMissing want, DecisionSymbol decision, ModuleScope module) =>
        new(decision, [.. want.Facts.Select(path => FactPath(path, module)).OfType<string>()], want.Span);

    // Paths into lists carry no index: `petition.petitioners.signed`.
    private string? FactPath(PathExpression path, ModuleScope module)
    {
        if (path.Parts is not [var root, var name, ..]
            || module.Names.Values.Find(root.Text) is not FactsSymbol facts
            || module.Member(members.Of(facts), name) is not { } fact)
        {
            module.Findings.Report(RulesCodes.UnknownFact, path.Span, path.Text);
            return null;
        }

        module.Use(root, facts);
        var (canonical, type) = (fact.Path, fact.Type);
        foreach (var part in path.Parts.Skip(2))
        {
            if (Field(type, part, module) is not { } field)
            {
                module.Findings.Report(RulesCodes.UnknownField, part.Span, canonical, part.Text);
                return null;
            }

            (canonical, type) = (canonical + "." + field.Name, field.Type);
        }

        return canonical;
    }

    private FieldSymbol? Field(RuleType type, Name name, ModuleScope module) =>
        (type.Element ?? type).Record is { } record ? module.Member(members.Of(record), name) : null;
}
