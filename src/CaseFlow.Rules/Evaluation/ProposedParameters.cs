using System.Text.Json;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Declarations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Checking;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Other values for parameters, examined: names, types, bounds, steps, and the pack's checks over all of them.
/// </summary>
internal sealed class ProposedParameters(BoundPack pack)
{
    private static readonly SourceSpan Nowhere = new("parameters", 0, 0, 1, 1);
    private readonly NameIndex<ParameterSymbol> _names = NameIndex<ParameterSymbol>.Of(pack.Parameters);
    private readonly Dictionary<ParameterSymbol, Value> _values = [];
    private readonly List<Diagnostic> _findings = [];

    /// <summary>Takes a change, given as JSON.</summary>
    public void Take(string name, JsonElement json)
    {
        if (Find(name) is not { } parameter)
        {
            return;
        }

        var (value, problems) = ValueJson.Read(json, parameter.Type, parameter.Name);
        _findings.AddRange(problems.Select(problem =>
            Finding(problem.Code, parameter.Span, problem.Arguments) with { DidYouMean = problem.DidYouMean }));
        if (value is not null)
        {
            Take(parameter, value);
        }
    }

    /// <summary>Takes a change, given as a value.</summary>
    public void Take(string name, Value value)
    {
        if (Find(name) is not { } parameter)
        {
            return;
        }

        if (IsOf(parameter.Type, value))
        {
            Take(parameter, value);
        }
        else
        {
            _findings.Add(Finding(
                RulesCodes.WrongType,
                parameter.Span,
                [parameter.Name, ValueText.Of(value), TypeWords.Of(parameter.Type, "en").Text]));
        }
    }

    /// <summary>The set that comes of it; the checks are made where nothing else is wrong.</summary>
    public ParameterSetResult On(ParameterSet set)
    {
        if (_findings.Count == 0)
        {
            var changed = set.Changing(_values);
            _findings.AddRange(ParameterChecks.Broken(pack.Checks, changed, TextOf(pack.Checks)));
            return _findings.Count == 0
                ? new ParameterSetResult(changed, [])
                : new ParameterSetResult(null, _findings);
        }

        return new ParameterSetResult(null, _findings);
    }

    // There is no text at hand here: what a check compares is shown as the language writes it.
    private static Func<SourceSpan, string> TextOf(IReadOnlyList<BoundCheck> checks)
    {
        var parts = checks.SelectMany(check => ExpressionParts.All(check.Condition))
            .DistinctBy(part => part.Span)
            .ToDictionary(part => part.Span, part => part);
        var whole = checks.DistinctBy(check => check.Span).ToDictionary(check => check.Span, check => check.Condition);
        return span => ExpressionText.Of(parts.TryGetValue(span, out var part) ? part : whole[span]);
    }

    private ParameterSymbol? Find(string name)
    {
        if (_names.Find(name) is { } parameter)
        {
            return parameter;
        }

        _findings.Add(Finding(RulesCodes.UnknownParameter, Nowhere, [name]) with
        {
            DidYouMean = ValueReading.Nearest(name, pack.Parameters),
        });
        return null;
    }

    private void Take(ParameterSymbol parameter, Value value)
    {
        var isOnStep = ParameterBounds.IsOnStep(parameter, value);
        if (ParameterBounds.Holds(parameter, value) && isOnStep)
        {
            _values[parameter] = value;
            return;
        }

        var step = isOnStep ? "" : " step " + ValueText.Of(parameter.Step!);
        _findings.Add(Finding(
            RulesCodes.ParameterOutOfBounds,
            parameter.Span,
            [
                parameter.Name,
                ValueText.Of(value),
                ValueText.Of(parameter.Lowest),
                ValueText.Of(parameter.Highest) + step,
                parameter.Owner ?? "-",
            ]));
    }

    private static bool IsOf(RuleType type, Value value) => (type.Kind, value) switch
    {
        (TypeKind.Boolean, BooleanValue) or (TypeKind.Number, NumberValue) or (TypeKind.Money, MoneyValue)
            or (TypeKind.Date, DateValue) or (TypeKind.Duration, DurationValue) or (TypeKind.Text, TextValue) => true,
        (TypeKind.Enum, EnumValue member) => member.Member.Owner == type.Enum,
        _ => false,
    };

    private static Diagnostic Finding(string code, SourceSpan span, IReadOnlyList<string> arguments) =>
        new(code, Severity.Error, span, arguments);
}
