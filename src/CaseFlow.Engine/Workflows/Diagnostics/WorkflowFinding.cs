using System.Globalization;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Diagnostics;

/// <summary>One finding about a definition: a code, the place in the JSON, and what the message quotes.</summary>
/// <param name="Code">`CF10###`; of an expression of the rules language, that language's own code.</param>
/// <param name="Severity">An error keeps the definition from being published.</param>
/// <param name="Path">Where, as `root.activities[2].then`; empty: the whole file.</param>
/// <param name="Arguments">What the message quotes, in the catalogue's order; never personal data.</param>
public sealed record WorkflowFinding(
    string Code, Severity Severity, string Path, IReadOnlyList<string> Arguments)
{
    /// <summary>
    /// What the rules language found in an expression, at its place in the expression's own text; null: it is not of
    /// the rules.
    /// </summary>
    public Diagnostic? OfRules { get; init; }

    /// <summary>What is wrong, one sentence.</summary>
    public string Message(CultureInfo culture) =>
        OfRules is { } found
            ? string.Create(culture, $"{found.Span.Line}:{found.Span.Column} {found.Message(culture)}")
            : WorkflowMessages.Message(Code, culture, Arguments);

    /// <summary>What to do about it.</summary>
    public string Help(CultureInfo culture) =>
        OfRules?.Help(culture) ?? WorkflowMessages.Help(Code, culture, Arguments);
}
