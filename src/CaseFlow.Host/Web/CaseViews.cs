using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Host.Web;

/// <summary>A case in a list.</summary>
internal sealed record CaseSummary(
    string Id,
    int Version,
    string Lifecycle,
    string State,
    bool IsOpen,
    string? Agency,
    string? Holder,
    DateOnly OpenedOn,
    string Tracking,
    string? Parent,
    bool IsOverdue,
    DateOnly? NextDueOn
)
{
    /// <summary>The summary of a row.</summary>
    public static CaseSummary Of(CaseRow row) => new(
        row.Id.ToString(), row.Version, row.Lifecycle, row.State, row.IsOpen, row.Agency, row.Holder, row.OpenedOn,
        row.Tracking.Value, row.Parent?.ToString(), row.IsOverdue, row.NextDueOn);
}

/// <summary>A page of a list; <paramref name="Next"/> is the `after` of the next page, null on the last.</summary>
internal sealed record CasePage(IReadOnlyList<CaseSummary> Items, string? Next);

/// <summary>A case in full. Petitioners by reference only: who they are stands in the vault.</summary>
internal sealed record CaseDetail(
    CaseSummary Case, string LifecycleLabel, string StateLabel, string PackHash, JsonObject Facts,
    IReadOnlyList<string> Petitioners, IReadOnlyList<AssessmentView> Assessments)
{
    /// <summary>The detail of a reading; labels where its pack is at hand.</summary>
    public static CaseDetail Of(CaseReading reading, CasePack? pack, CultureInfo culture)
    {
        var labels = CaseLabels.Of(reading.Row, pack, culture);
        return new CaseDetail(
            CaseSummary.Of(reading.Row),
            labels.Lifecycle,
            labels.State,
            reading.Row.PackHash,
            reading.State.Facts.ToJson(),
            [.. reading.State.Petitioners.Select(reference => reference.Value)],
            [.. reading.State.Assessments.Select(assessment => AssessmentView.Of(assessment, pack, culture))]);
    }
}

/// <summary>What the rules last said of a case as a whole, and what to ask for, in order.</summary>
internal sealed record AssessmentView(
    string Decision, string Label, string Status, JsonNode Outputs, IReadOnlyList<string> Rules,
    IReadOnlyList<string> Cites, IReadOnlyList<MissingFactView> Missing, IReadOnlyList<string> BlockedBy, string? Fault)
{
    /// <summary>An assessment in a language.</summary>
    public static AssessmentView Of(CaseAssessed assessed, CasePack? pack, CultureInfo culture)
    {
        var language = culture.TwoLetterISOLanguageName;
        var label = pack?.Rules.DecisionNamed(assessed.Decision)?.LabelIn(language)
            ?? assessed.Decision.Replace('_', ' ');
        return new AssessmentView(
            assessed.Decision, label, assessed.Status, assessed.Outputs.DeepClone(), assessed.Rules, assessed.Cites,
            [.. assessed.Missing.Select(path => new MissingFactView(path, pack?.QuestionOf(path, language) ?? path))],
            assessed.BlockedBy, assessed.Fault);
    }
}

/// <summary>A fact to ask for, with its question or label.</summary>
internal sealed record MissingFactView(string Path, string Ask);

/// <summary>What people read instead of names.</summary>
internal sealed record CaseLabels(string Lifecycle, string State)
{
    /// <summary>The labels of a case; its names where the pack is not at hand.</summary>
    public static CaseLabels Of(CaseRow row, CasePack? pack, CultureInfo culture)
    {
        if (pack is null)
        {
            return new CaseLabels(row.Lifecycle, row.State);
        }

        var definition = pack.DefinitionOf(row.Lifecycle);
        var language = culture.TwoLetterISOLanguageName;
        return new CaseLabels(
            definition.Lifecycle.LabelIn(language), definition.FindState(row.State)?.LabelIn(language) ?? row.State);
    }
}

/// <summary>An event of a history.</summary>
internal sealed record EventView(
    int Sequence, string Type, int SchemaVersion, DateOnly EffectiveOn, DateTimeOffset RecordedAt, string Principal,
    string CommandKey, string PackHash, JsonNode? Data)
{
    /// <summary>An event in its form of today.</summary>
    public static EventView Of(CaseId caseId, RecordedEvent recorded)
    {
        var row = EventCodec.Encode(caseId, recorded);
        return new EventView(
            row.Sequence, row.Type, row.SchemaVersion, row.EffectiveOn, row.RecordedAt, row.Principal, row.CommandKey,
            row.PackHash, JsonNode.Parse(row.Data));
    }
}

/// <summary>A deadline with the statement of how its date came about, as data and in words.</summary>
internal sealed record DeadlineView(
    string Name, string Label, string Status, DateOnly? LastDay, DateTimeOffset? BreachesAt, DateTimeOffset? BreachedAt,
    bool? InTime, DateOnly? ClosedOn, IReadOnlyList<string> Words, JsonNode? Statement);

/// <summary>Why a deadline is as long as it is, or (without a deadline) why the case is assessed as it is.</summary>
internal sealed record ExplanationView(string? Deadline, int? Started, JsonObject Decision);

/// <summary>A trigger that the state permits, with what it still needs.</summary>
internal sealed record TriggerView(
    string Name, string Label, bool IsSide, IReadOnlyList<InputView> Inputs, IReadOnlyList<string> Roles,
    IReadOnlyList<string> Cites, IReadOnlyList<ProblemReason> StillNeeds)
{
    /// <summary>A trigger in a language.</summary>
    public static TriggerView Of(TriggerReading reading, CultureInfo culture)
    {
        var language = culture.TwoLetterISOLanguageName;
        return new TriggerView(
            reading.Name,
            reading.Labels.GetValueOrDefault(language) ?? reading.Name.Replace('_', ' '),
            reading.IsSide,
            [.. reading.Inputs.Select(input => InputView.Of(input, language))],
            reading.Roles,
            reading.Cites,
            [.. reading.StillNeeds.Select(problem => EngineProblems.Reason(problem, culture))]);
    }
}

/// <summary>An input of a trigger.</summary>
internal sealed record InputView(
    string Name,
    string Type,
    bool IsOptional,
    string Label,
    string? Ask,
    IReadOnlyList<string>? Values
)
{
    /// <summary>An input in a language.</summary>
    public static InputView Of(FieldSymbol input, string language) => new(
        input.Name,
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(input.Type.Kind.ToString()),
        input.Type.Optional,
        input.LabelIn(language),
        input.Ask,
        input.Type.Enum is { } members ? [.. members.Members.Select(member => member.Name)] : null);
}

/// <summary>The answer to a command.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Its version after the command.</param>
/// <param name="Tracking">The citizen's code, where a case was opened.</param>
/// <param name="Repeated">True where the same key had done it before.</param>
internal sealed record CommandAnswer(string CaseId, int Version, string? Tracking, bool Repeated)
{
    /// <summary>The answer of an accepted command.</summary>
    public static CommandAnswer Of(CommandResult result) =>
        new(result.CaseId!.Value.ToString(), result.Version, result.Tracking?.Value, result.Repeated);
}
