using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>Runs one example and finds the first expectation that is not met.</summary>
internal sealed class ExampleRun
{
    private readonly BoundExample _example;
    private readonly CaseEvaluation _evaluation;

    private ExampleRun(CompiledPack pack, BoundExample example)
    {
        _example = example;
        _evaluation = EvaluationOf(pack, example);
    }

    /// <summary>The evaluation of an example's case, on its day: the latest date given where it names none.</summary>
    public static CaseEvaluation EvaluationOf(CompiledPack pack, BoundExample example)
    {
        var today = example.Today ?? LatestDate(example.Facts.Values);
        return new CaseEvaluation(
            pack, CaseFacts.None.With(example.Facts), new EvaluationContext(today ?? DateOnly.MinValue))
        {
            TodayIsKnown = today is not null,
        };
    }

    /// <summary>The example's result.</summary>
    public static ExampleResult Of(CompiledPack pack, BoundExample example)
    {
        var run = new ExampleRun(pack, example);
        var failures = example.Wants.Select(run.Check);
        return new ExampleResult(example, failures.FirstOrDefault(failure => failure is not null));
    }

    private Diagnostic? Check(BoundWant want)
    {
        try
        {
            return Differs(want, _evaluation.Decide(want.Decision)) is var (expected, came)
                ? Failed(want, RulesCodes.ExampleFailed, [_example.Title, expected, came])
                : null;
        }
        catch (EvaluationFaultException fault)
        {
            return Failed(want, fault.Code, fault.Arguments);
        }
    }

    private (string Expected, string Came)? Differs(BoundWant want, DecisionOutcome outcome) => want switch
    {
        WantedValue value => DiffersInValue(value, outcome),
        WantedUndecided => outcome.Status == OutcomeStatus.Undecided ? null : ("undecided", Told(outcome)),
        WantedConflict => outcome.Status == OutcomeStatus.Conflict ? null : ("conflict", Told(outcome)),
        WantedRules rules => DiffersInRules(rules, outcome),
        WantedCitation wanted => outcome.Cites.Any(cite => IsWithin(wanted.Citation, cite))
            ? null
            : (wanted.Citation.Text, Listed(outcome.Cites.Select(cite => cite.Text))),
        WantedMissing missing => missing.Facts.All(outcome.Missing.Contains)
            ? null
            : ("missing " + Listed(missing.Facts), Told(outcome)),
        _ => throw new InvalidOperationException("An expectation of an unknown kind."),
    };

    private (string Expected, string Came)? DiffersInValue(WantedValue want, DecisionOutcome outcome)
    {
        var expected = _evaluation.Evaluate(want.Value, new Scope(outcome.GoverningDate));
        var isKnown = outcome.Status is OutcomeStatus.Decided or OutcomeStatus.NotApplicable;
        var came = outcome[want.Output];
        return isKnown && Kleene.IsTrue(ValueComparison.AreEqual(expected, came))
            ? null
            : (want.Output.Name + " is " + ValueText.Of(expected), isKnown ? ValueText.Of(came) : Told(outcome));
    }

    private static (string Expected, string Came)? DiffersInRules(WantedRules want, DecisionOutcome outcome)
    {
        var names = outcome.Rules.Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        var areWanted = names.All(name => want.Rules.Any(wanted => IsOf(name, wanted)));
        var areFound = want.Rules.All(wanted => names.Any(name => IsOf(name, wanted)));
        return areWanted && areFound ? null : ("by rule " + Listed(want.Rules), Told(outcome));
    }

    // The name of a table stands for any of its rows, whose own names (`table#row`) no example can write.
    private static bool IsOf(string rule, string wanted) =>
        rule == wanted || rule.StartsWith(wanted + "#", StringComparison.Ordinal);

    // The same law, or the same practice, and at least the parts written.
    private static bool IsWithin(Citation wanted, Citation cite) =>
        wanted.Law == cite.Law
        && wanted.Practice == cite.Practice
        && wanted.Parts.All(part =>
            cite.Parts.Any(other => other.Kind == part.Kind && other.Reference == part.Reference));

    private static string Told(DecisionOutcome outcome)
    {
        var outputs = outcome.Decision.Outputs.Select(output => output.Name + " is " + ValueText.Of(outcome[output]));
        var rules = outcome.Rules.Count == 0 ? "" : " by rule " + Listed(outcome.Rules.Select(rule => rule.Name));
        return outcome.Status switch
        {
            OutcomeStatus.Decided => string.Join(" and ", outputs) + rules,
            OutcomeStatus.Undecided => "undecided, missing " + Listed(outcome.Missing.Concat(outcome.BlockedBy)),
            OutcomeStatus.Conflict => "conflict" + rules,
            OutcomeStatus.Gap => "gap",
            _ => "not applicable",
        };
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.DefaultIfEmpty("nothing"));

    private Diagnostic Failed(BoundWant want, string code, IReadOnlyList<string> arguments) =>
        new(code, Severity.Error, want.Span, arguments)
        {
            Related = [new RelatedPlace(_example.Syntax.Span, _example.Title)],
        };

    private static DateOnly? LatestDate(IEnumerable<Value> values)
    {
        DateOnly? latest = null;
        foreach (var value in values)
        {
            var date = value switch
            {
                DateValue day => day.Value,
                ListValue list => LatestDate(list.Items),
                RecordValue record => LatestDate(record.Fields.Values),
                _ => null,
            };
            latest = date > latest || latest is null ? date ?? latest : latest;
        }

        return latest;
    }
}
