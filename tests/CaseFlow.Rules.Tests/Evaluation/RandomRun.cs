using System.Globalization;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>
/// How random tests run: a new seed each time, which every failure tells, unless CASEFLOW_SEED repeats one;
/// CASEFLOW_ROUNDS multiplies how many rounds are run.
/// </summary>
internal static class RandomRun
{
    /// <summary>The seed of this run.</summary>
    public static int Seed { get; } = Setting("CASEFLOW_SEED") ?? new Random().Next();

    private static int Times { get; } = Setting("CASEFLOW_ROUNDS") ?? 1;

    /// <summary>So many rounds, or as many times that as was asked for.</summary>
    public static int Rounds(int ordinary) => ordinary * Times;

    /// <summary>Numbers of one test: the same whatever other tests run.</summary>
    public static Random Numbers(string test) => new(Seed ^ test.Sum(letter => letter * 31));

    /// <summary>Names the round that failed.</summary>
    public static string Because(int round, string? what = null) =>
        string.Create(CultureInfo.InvariantCulture, $"CASEFLOW_SEED={Seed}, round {round} {what}");

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
