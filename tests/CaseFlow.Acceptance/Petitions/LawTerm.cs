using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using static System.FormattableString;

namespace CaseFlow.Acceptance.Petitions;

/// <summary>
/// A length of time written in the pack for one of its deadlines: a term, or the cap of an extension.
/// </summary>
/// <param name="Length">How long.</param>
/// <param name="Span">Where it is written.</param>
internal sealed record LawTerm(RuleDuration Length, SourceSpan Span)
{
    /// <summary>Every one, in order of place.</summary>
    public static IReadOnlyList<LawTerm> All(BoundPack pack) =>
    [
        .. pack.Deadlines
            .SelectMany(deadline => Values(pack, deadline).Concat(deadline.Cap is { } cap ? [cap.By] : []))
            .Select(Of)
            .OfType<LawTerm>()
            .DistinctBy(term => term.Span)
            .OrderBy(term => term.Span.File, StringComparer.Ordinal)
            .ThenBy(term => term.Span.Start),
    ];

    /// <summary>A copy of the pack in which this term is longer by one.</summary>
    public PackFiles Raised(PackFiles files)
    {
        var written = files.Text(Span.File, Span.Start, Span.Length);
        var number = Invariant($"{Length.Count}");
        written.Should().StartWith(number, "a term begins with its number");
        return files.With(Span.File, Span.Start, number.Length, Invariant($"{Length.Count + 1}"));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Span} {Length}";

    private static IEnumerable<BoundExpression> Values(BoundPack pack, Rules.Binding.Lifecycles.BoundDeadline deadline)
    {
        var decision = pack.Decisions.Single(decision => decision.Symbol == deadline.TermDecision);
        var rules = decision.Rules.SelectMany(rule => rule.Versions).Where(version => !version.IsBlocker)
            .Select(version => version.Values[deadline.TermOutput.Index]);
        return decision.Otherwise is { } otherwise ? rules.Append(otherwise.Values[deadline.TermOutput.Index]) : rules;
    }

    private static LawTerm? Of(BoundExpression expression) =>
        expression is ConstantExpression { Value: DurationValue length }
            ? new LawTerm(length.Value, expression.Span)
            : null;
}
