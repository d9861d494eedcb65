using System.Globalization;
using CaseFlow.Engine.Workflows.Expressions;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>What a burst is told from outside: nothing in it is asked twice with different answers.</summary>
/// <param name="Now">The moment of the burst, UTC.</param>
/// <param name="Languages">The languages of expressions.</param>
internal sealed record BurstSurroundings(DateTimeOffset Now, ExpressionLanguages Languages)
{
    /// <summary>How numbers are written in what machines read.</summary>
    public CultureInfo Numbers { get; } = CultureInfo.InvariantCulture;
}
