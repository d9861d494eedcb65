using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Reloading;

namespace CaseFlow.Host.Web;

/// <summary>A pack by name.</summary>
internal sealed record PackName(string Hash, string Name, string Version)
{
    /// <summary>The name of a pack.</summary>
    public static PackName Of(CasePack pack) =>
        new(pack.Bound.Hash, pack.Bound.Manifest.Name, pack.Bound.Manifest.Version);
}

/// <summary>That a pack became current: since when, by whom, and what it did.</summary>
internal sealed record ActivationView(
    int Number, string Hash, ActivationOrigin Origin, DateTimeOffset ActivatedAt, string Principal, string? Note,
    OpenCasePolicy OpenCases, JsonNode? Parameters)
{
    /// <summary>The view of an activation.</summary>
    public static ActivationView Of(PackActivation activation) => new(
        activation.Number, activation.Hash, activation.Origin, activation.ActivatedAt, activation.Principal,
        activation.Note, activation.OpenCases,
        activation.Parameters is { } parameters ? JsonNode.Parse(parameters) : null);
}

/// <summary>A changed parameter, with what people call it and who may change it.</summary>
internal sealed record ParameterView(string Name, string Label, string? Owner, JsonNode? Before, JsonNode? After)
{
    /// <summary>The view of a change.</summary>
    public static ParameterView Of(ParameterChange change, CultureInfo culture) => new(
        change.Parameter.Name,
        change.Parameter.LabelIn(culture.TwoLetterISOLanguageName) ?? change.Parameter.Name,
        change.Parameter.Owner,
        ValueJson.Write(change.Before),
        ValueJson.Write(change.After));
}

/// <summary>What the examples of a pack came to.</summary>
internal sealed record ExamplesView(int Passed, int Failed, IReadOnlyList<JsonObject> Failures);

/// <summary>An answer about a pack.</summary>
/// <param name="Mode">What was asked for.</param>
/// <param name="Valid">Whether the pack can be made current.</param>
/// <param name="Pack">The pack; null where it cannot be read.</param>
/// <param name="Current">The pack that was current when this was answered.</param>
/// <param name="Findings">Everything found, as `check --json` tells it.</param>
/// <param name="Examples">What its examples came to; null where it cannot be read.</param>
/// <param name="Parameters">The parameters that the request changed.</param>
/// <param name="WhatIf">What it makes of the open cases; only in a preview.</param>
/// <param name="Outcome">`activated`, `repeated` or `unchanged`; only where it was to be made current.</param>
/// <param name="Activation">The activation; only where it was to be made current.</param>
internal sealed record PackAnswer(
    PackMode Mode,
    bool Valid,
    PackName? Pack,
    PackName Current,
    IReadOnlyList<JsonObject> Findings,
    ExamplesView? Examples,
    IReadOnlyList<ParameterView> Parameters,
    WhatIfView? WhatIf,
    ActivationStatus? Outcome,
    ActivationView? Activation)
{
    /// <summary>The answer about a candidate that was checked and nothing more.</summary>
    public static PackAnswer Of(PackMode mode, PackCandidate candidate, CasePack current, CultureInfo culture)
    {
        var json = new FindingJson("", candidate.Source, culture);
        return new PackAnswer(
            mode,
            candidate.IsGood,
            candidate.Reading.Pack is { } pack ? PackName.Of(pack) : null,
            PackName.Of(current),
            [
                .. candidate.Reading.Diagnostics.Select(json.Of),
                .. candidate.Reading.Problems.Select(json.Of),
                .. candidate.Analysed.Select(json.Of),
            ],
            ExamplesOf(candidate, json),
            [.. candidate.Changes.Select(change => ParameterView.Of(change, culture))],
            WhatIf: null,
            Outcome: null,
            Activation: null);
    }

    /// <summary>Every reason why a candidate cannot be made current, for a problem.</summary>
    public static IEnumerable<ProblemReason> Reasons(PackCandidate candidate, CultureInfo culture)
    {
        var failures = candidate.Examples?.Results.Select(result => result.Failure).OfType<Diagnostic>() ?? [];
        return candidate.Reading.Diagnostics
            .Where(finding => finding.Severity is Severity.Error)
            .Concat(failures)
            .Select(finding => new ProblemReason(
                finding.Code,
                finding.Span.ToString(),
                finding.Message(culture),
                finding.Help(culture) ?? "",
                finding.Law is { } law ? [law] : [],
                []))
            .Concat(candidate.Reading.Problems.Select(problem => EngineProblems.Reason(problem, culture)));
    }

    private static ExamplesView? ExamplesOf(PackCandidate candidate, FindingJson json) =>
        candidate.Examples is not { } report
            ? null
            : new ExamplesView(
                report.Passed,
                report.Failed,
                [.. report.Results.Select(result => result.Failure).OfType<Diagnostic>().Select(json.Of)]);
}

/// <summary>How many open cases pin a pack.</summary>
internal sealed record PinnedPackView(string Hash, string? Name, string? Version, int OpenCases, bool IsCurrent);

/// <summary>How far open cases have gone over to the current pack.</summary>
internal sealed record RepinningView(int Activation, int Repinned, int Staying, IReadOnlyList<StayingCaseView> Cases)
{
    /// <summary>The view of a run.</summary>
    public static RepinningView Of(RepinRun run, CultureInfo culture) => new(
        run.Activation, run.Repinned, run.StayingTotal,
        [.. run.Staying.Select(stays => StayingCaseView.Of(stays, culture))]);
}

/// <summary>The packs: which is current, which are pinned, and how it came.</summary>
/// <param name="Current">The current pack.</param>
/// <param name="Activation">How it became current.</param>
/// <param name="Pinned">The packs that open cases pin.</param>
/// <param name="Repinning">How far open cases have gone over; null where they keep their packs.</param>
/// <param name="History">Activations, newest first.</param>
internal sealed record PacksView(
    PackName Current,
    ActivationView Activation,
    IReadOnlyList<PinnedPackView> Pinned,
    RepinningView? Repinning,
    IReadOnlyList<ActivationView> History);
