using System.Globalization;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Comparison;

/// <summary>
/// Parts of a decision in the language's words with canonical names. Two parts with one text mean the same, as far as
/// what they read means the same; whitespace, keywords' language and aliases leave no trace in it.
/// </summary>
internal static class RuleText
{
    /// <summary>A rule with all of its versions.</summary>
    public static string Of(BoundDecision decision, BoundRule rule) =>
        Head(decision, rule) + string.Join(" version ", rule.Versions.Select(Of));

    /// <summary>What a rule is an exception to.</summary>
    public static string Head(BoundDecision decision, BoundRule rule)
    {
        var parents = rule.Parents.Select(parent => decision.Rules[parent].Name).Order(StringComparer.Ordinal);
        return rule.Parents.Count == 0
            ? ""
            : "exception to " + string.Join(", ", parents) + (rule.Regardless ? " regardless " : " ");
    }

    /// <summary>One version: period, citations, condition, values.</summary>
    public static string Of(BoundVersion version)
    {
        var parts = new[]
        {
            Cites(version.Cites),
            Of(version.Period),
            version.When is { } when ? "when " + ExpressionText.Of(when) : "",
            version.IsBlocker ? "does not apply" : "then " + Values(version.Values),
        };
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    /// <summary>`otherwise`; null where there is none.</summary>
    public static string? Of(BoundOtherwise? otherwise) => otherwise is null
        ? null
        : string.Join(' ', new[] { Cites(otherwise.Cites), Values(otherwise.Values) }.Where(part => part.Length > 0));

    /// <summary>A transitional clause.</summary>
    public static string Of(BoundTransition transition) =>
        Cites(transition.Cites) + " when " + ExpressionText.Of(transition.When)
        + " use law as of " + ExpressionText.Of(transition.LawDate);

    /// <summary>Hit policy, clamp and outputs.</summary>
    public static string Policy(BoundDecision decision)
    {
        var outputs = decision.Symbol.Outputs.Select(output => output.Name + " : " + Of(output.Type));
        var clamp = decision.Clamp is { } bounds
            ? " clamp " + ExpressionText.Of(bounds.Low) + " to " + ExpressionText.Of(bounds.High)
            : "";
        return "hit " + decision.Policy + (decision.Distinct ? " distinct" : "") + clamp
            + " gives " + string.Join(", ", outputs);
    }

    /// <summary>`from 2026-07-01 before 2027-01-01`; empty for all days.</summary>
    public static string Of(LawPeriod period)
    {
        var from = period.From == DateOnly.MinValue ? "" : "from " + Day(period.From);
        var before = period.Before is { } end ? "before " + Day(end) : "";
        return string.Join(' ', new[] { from, before }.Where(part => part.Length > 0));
    }

    /// <summary>A type with everything that values of it may be.</summary>
    public static string Of(RuleType type)
    {
        var text = type.Kind switch
        {
            TypeKind.Enum => type.Enum!.Name,
            TypeKind.Record => type.Record!.Name,
            TypeKind.List or TypeKind.Set => string.Create(
                CultureInfo.InvariantCulture, $"{type.Kind} of {Of(type.Element!)} at most {type.Bound}"),
            var kind => kind.ToString(),
        };
        return text + (type.Optional ? " optional" : "");
    }

    private static string Values(IEnumerable<BoundExpression> values) =>
        string.Join(", ", values.Select(ExpressionText.Of));

    private static string Cites(IReadOnlyList<Citation> cites) =>
        cites.Count == 0 ? "" : "per " + string.Join(", ", cites.Select(cite => cite.Text));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
