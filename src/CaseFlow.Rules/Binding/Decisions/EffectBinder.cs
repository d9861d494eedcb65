using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>What an effect belongs to.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Span">Where the rule stands.</param>
/// <param name="Cites">What the rule cites.</param>
/// <param name="IsRow">True for a row of a table, whose columns say what is given.</param>
internal readonly record struct EffectPlace(
    string Rule, SourceSpan Span, IReadOnlyList<Citation> Cites, bool IsRow = false);

/// <summary>Binds what a rule gives: one value an output, in the outputs' order; in a sum the amount added.</summary>
internal sealed class EffectBinder(ExpressionBinder expressions, MemberNames members)
{
    /// <summary>The values; empty for a blocker and for an effect that does not fit.</summary>
    /// <param name="effect">As written.</param>
    /// <param name="place">The rule.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="scope">What names mean here.</param>
    public IReadOnlyList<BoundExpression> Bind(
        EffectSyntax effect, EffectPlace place, DecisionSymbol decision, ExpressionScope scope)
    {
        var isSum = decision.Policy == HitPolicy.Sum;
        switch (effect)
        {
            case AssignEffect assign when !isSum || place.IsRow:
                return Values(assign, place, decision, scope);
            case AddEffect add when isSum:
                var output = decision.Outputs[0];
                return [expressions.BindAs(add.Amount, scope, output.Type.AsOptional(false), output.Name)];
            case AssignEffect or AddEffect:
                scope.Module.Findings.Add(DiagnosticBag.Of(
                    RulesCodes.EffectDoesNotFit,
                    effect.Span,
                    place.Rule,
                    PolicyWords.Of(decision.Policy, scope.Module)) with
                {
                    Law = LawText.Of(place.Cites),
                    Related = [new RelatedPlace(decision.Span, decision.Name)],
                    Fixes = OtherForm(effect, decision, scope.Module.Language),
                });
                return [];
            default:
                return [];
        }
    }

    // `add 3` as `points is 3` and the other way round, where there is one output that may be an amount.
    private static IReadOnlyList<TextFix> OtherForm(EffectSyntax effect, DecisionSymbol decision, string language)
    {
        if (decision.Outputs is not [{ Type.Kind: TypeKind.Number or TypeKind.Money } output])
        {
            return [];
        }

        var words = KeywordTable.Find(language)!;
        var (head, value) = effect switch
        {
            AddEffect add => (TypeWords.NameIn(output, language) + " " + words.Phrase(Keyword.Is) + " ", add.Amount),
            AssignEffect { Assignments: [var only] } => (words.Phrase(Keyword.Add) + " ", only.Value),
            _ => ("", null),
        };
        return value is null
            ? []
            : [Fixing.Replace(effect.Span with { Length = value.Span.Start - effect.Span.Start }, head)];
    }

    private BoundExpression[] Values(
        AssignEffect assign, EffectPlace place, DecisionSymbol decision, ExpressionScope scope)
    {
        var values = new BoundExpression?[decision.Outputs.Count];
        var areNamed = true;
        for (var at = 0; at < assign.Assignments.Count; at++)
        {
            var assignment = assign.Assignments[at];
            if (scope.Module.Member(members.Of(decision), assignment.Output) is not { } output)
            {
                scope.Module.ReportUnknownIn(
                    decision,
                    assignment.Output,
                    RulesCodes.UnknownOutput,
                    decision.Outputs,
                    decision,
                    assignment.Output.Text);
                areNamed = false;
                continue;
            }

            if (values[output.Index] is { } former)
            {
                scope.Module.Findings.Add(DiagnosticBag.Of(
                    RulesCodes.OutputAssignedTwice, assignment.Span, output, place.Rule) with
                {
                    Related = [new RelatedPlace(former.Span, output.Name)],
                    Fixes = place.IsRow ? [] : [Fixing.Remove(WithWordBefore(assign.Assignments, at))],
                });
            }

            values[output.Index] = expressions.BindAs(
                assignment.Value,
                scope,
                output.Type,
                assignment.Output.Text,
                new TextFix([MakeOptional(output, scope.Module)]));
        }

        // An output with a misspelled name seems to be left open: that was reported.
        if (areNamed)
        {
            CheckOpen(values, place, decision, scope);
        }

        return [.. values.Select((value, index) => value ?? Missing(decision.Outputs[index], assign.Span))];
    }

    // The assignment and the `and` that joins it to the one before.
    private static SourceSpan WithWordBefore(IReadOnlyList<AssignmentSyntax> assignments, int at) =>
        Fixing.EndOf(assignments[at - 1].Span).To(assignments[at].Span);

    private static ConstantExpression Missing(OutputSymbol output, SourceSpan span) =>
        new(MissingValue.Instance, output.Type.AsOptional(), span);

    private static TextEdit MakeOptional(OutputSymbol output, ModuleScope module) =>
        Fixing.After(output.TypeSpan, " " + module.Phrase(Keyword.Optional)).Edits[0];

    private static void CheckOpen(
        BoundExpression?[] values, EffectPlace place, DecisionSymbol decision, ExpressionScope scope)
    {
        if (!values.Contains(null))
        {
            return;
        }

        var open = decision.Outputs
            .Where(output => values[output.Index] is null)
            .Where(output => !output.Type.Optional && output.Type.Kind != TypeKind.Error)
            .ToList();
        if (open.Count > 0)
        {
            scope.Module.Findings.Add(DiagnosticBag.Of(
                RulesCodes.OutputLeftOpen,
                place.Span,
                place.Rule,
                ShortList.Of([.. open.Select(output => TypeWords.NameIn(output, scope.Module.Language))])) with
            {
                Law = LawText.Of(place.Cites),
                Related = [.. open.Select(output => new RelatedPlace(output.Span, output.Name))],
                Fixes = open.Count > ShortList.Most
                    ? []
                    : [new TextFix([.. open.Select(output => MakeOptional(output, scope.Module))])],
            });
        }
    }
}
