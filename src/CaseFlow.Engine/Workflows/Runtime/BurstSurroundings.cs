using CaseFlow.Engine.Workflows.Expressions;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>What a burst is told from outside: nothing in it is asked twice with different answers.</summary>
/// <param name="Now">The moment of the burst, UTC.</param>
/// <param name="Languages">The languages of expressions.</param>
/// <param name="Limits">How much it may do.</param>
internal sealed record BurstSurroundings(DateTimeOffset Now, ExpressionLanguages Languages, BurstLimits Limits);
