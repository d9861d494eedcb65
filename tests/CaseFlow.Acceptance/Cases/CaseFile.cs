using System.Text.Json;

namespace CaseFlow.Acceptance.Cases;

/// <summary>Reads case files: one JSON object a line.</summary>
internal static class CaseFile
{
    /// <summary>Another file of cases to run in place of the copy that stands here.</summary>
    public const string Variable = "CASEFLOW_ACCEPTANCE_CASES";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Our copy of the cases of the law.</summary>
    public static IReadOnlyList<AcceptanceCase> Kept { get; } = Read(Beside("cases.jsonl"));

    /// <summary>The cases of the law to run: those of the variable's file where it is set, else our copy.</summary>
    public static IReadOnlyList<AcceptanceCase> Law { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } other ? Read(other) : Kept;

    /// <summary>Our own cases in the same vocabulary: terms that the others leave out.</summary>
    public static IReadOnlyList<AcceptanceCase> Own { get; } = Read(Beside("own-cases.jsonl"));

    /// <summary>Our own cases of deadlines that the vocabulary does not name.</summary>
    public static IReadOnlyList<AcceptanceCase> Beyond { get; } = Read(Beside("beyond-cases.jsonl"));

    /// <summary>A file that stands beside the tests' sources.</summary>
    public static string Beside(string name) => Repository.PathOf("tests/CaseFlow.Acceptance/" + name);

    private static IReadOnlyList<AcceptanceCase> Read(string path) =>
    [
        .. File.ReadLines(path)
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => JsonSerializer.Deserialize<AcceptanceCase>(line, Options)
                ?? throw new JsonException("A line of the case file holds no case.")),
    ];
}
