namespace CaseFlow.Engine.Commands;

/// <summary>Lists of problems.</summary>
internal static class ProblemLists
{
    /// <summary>Each reason once, in order.</summary>
    public static IReadOnlyList<Problem> Distinct(IEnumerable<Problem> problems) =>
        [.. problems.DistinctBy(problem => (problem.Code, problem.Place, string.Join('\n', problem.Arguments)))];
}
