using System.Globalization;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Evaluation;

/// <summary>What the examples of a pack came to.</summary>
/// <param name="Results">One an example, in order.</param>
public sealed record TestReport(IReadOnlyList<ExampleResult> Results)
{
    /// <summary>How many passed.</summary>
    public int Passed => Results.Count(result => result.HasPassed);

    /// <summary>How many failed.</summary>
    public int Failed => Results.Count - Passed;
}

/// <summary>What one example came to.</summary>
/// <param name="Example">The example.</param>
/// <param name="Failure">The first expectation that was not met (CF7001) or the fault met; null where it
/// passed.</param>
public sealed record ExampleResult(BoundExample Example, Diagnostic? Failure)
{
    /// <summary>Whether every expectation was met.</summary>
    public bool HasPassed => Failure is null;

    /// <summary>The failure in one sentence, or null.</summary>
    public string? Message(CultureInfo culture) => Failure?.Message(culture);
}
