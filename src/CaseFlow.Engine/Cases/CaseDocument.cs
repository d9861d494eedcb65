using System.Text.Json;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Cases;

/// <summary>The JSON documents that rows carry: the case itself, and the statement of a deadline.</summary>
public static class CaseDocument
{
    /// <summary>The case as it is stored in its row.</summary>
    public static string Write(CaseState state) => JsonSerializer.Serialize(state, EngineJson.Default.CaseState);

    /// <summary>The case of a stored document; <see cref="JsonException"/> where it is none.</summary>
    public static CaseState Read(string document) =>
        JsonSerializer.Deserialize(document, EngineJson.Default.CaseState) ?? throw new JsonException("No case.");

    /// <summary>A deadline's statement as it is stored in its row.</summary>
    public static string WriteStatement(DeadlineStatement statement) =>
        JsonSerializer.Serialize(statement, EngineJson.Default.DeadlineStatement);

    /// <summary>The statement of a stored document; <see cref="JsonException"/> where it is none.</summary>
    public static DeadlineStatement ReadStatement(string document) =>
        JsonSerializer.Deserialize(document, EngineJson.Default.DeadlineStatement)
        ?? throw new JsonException("No statement.");
}
