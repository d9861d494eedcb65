using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// An evaluation that has no answer for this one case: a division by zero, a date past the holiday data. Caught at the
/// seams, where it becomes an error of the line or a refusal; its words come from the catalogue of diagnostics.
/// </summary>
/// <param name="code">`CF####`.</param>
/// <param name="arguments">What the message quotes, in the catalogue's order; never personal data.</param>
public class EvaluationFaultException(string code, IReadOnlyList<string> arguments) : Exception(code)
{
    /// <summary>`CF####`.</summary>
    public string Code { get; } = code;

    /// <summary>What the message quotes, in the catalogue's order.</summary>
    public IReadOnlyList<string> Arguments { get; } = arguments;

    /// <summary>
    /// Whether rules read one another too deeply (CF4007): a limit of the evaluator, not a fault of what was read, so
    /// that nothing may go on without it.
    /// </summary>
    internal bool IsOfDepth => Code == RulesCodes.ReadsTooDeep;
}
