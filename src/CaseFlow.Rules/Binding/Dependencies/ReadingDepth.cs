using System.Globalization;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Binding.Dependencies;

/// <summary>
/// CF3304: how deep definitions and decisions read one another, an expression a level. All that follows what is read
/// (checks, coverage, explanations) recurses, so a pack beyond the limit is refused. Whether one case comes too deep is
/// for the evaluator to say (CF4007): a decision takes more of its stack.
/// </summary>
internal sealed class ReadingDepth
{
    private readonly Dictionary<Symbol, int> _depths = new(ReferenceEqualityComparer.Instance);

    private ReadingDepth()
    {
    }

    /// <summary>Checks all of a pack; the first that goes beyond the limit is named.</summary>
    /// <param name="order">Definitions and decisions, each after those it reads.</param>
    /// <param name="decisions">The decisions.</param>
    /// <param name="findings">Takes the finding.</param>
    public static void Check(
        IEnumerable<Symbol> order, IEnumerable<BoundDecision> decisions, DiagnosticBag findings)
    {
        var depth = new ReadingDepth();
        var bound = decisions.ToDictionary(decision => decision.Symbol);
        foreach (var symbol in order)
        {
            if (depth.Add(symbol, PartsOf(symbol, bound)) > EvaluationLimits.Depth)
            {
                findings.Report(
                    RulesCodes.PackReadsTooDeep,
                    symbol.Span,
                    symbol.Name,
                    EvaluationLimits.Depth.ToString(CultureInfo.InvariantCulture));
                return;
            }
        }
    }

    private static IEnumerable<BoundExpression> PartsOf(
        Symbol symbol, Dictionary<DecisionSymbol, BoundDecision> decisions) => symbol switch
        {
            DefinitionSymbol definition => [definition.Value],
            DecisionSymbol decision => DecisionParts.Of(decisions[decision]),
            _ => [],
        };

    private int Add(Symbol symbol, IEnumerable<BoundExpression> parts) =>
        _depths[symbol] = parts.Select(Of).DefaultIfEmpty(0).Max();

    // What is read in a circle has no depth yet: the circle is a finding of its own.
    private int Of(BoundExpression expression)
    {
        Symbol? read = expression switch
        {
            DefinitionExpression definition => definition.Definition,
            OutputExpression output => output.Decision,
            _ => null,
        };
        var below = read is null ? 0 : _depths.GetValueOrDefault(read);
        return 1 + ExpressionParts.Of(expression).Select(Of).Append(below).Max();
    }
}
