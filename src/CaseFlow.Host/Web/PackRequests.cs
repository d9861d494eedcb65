using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Reloading;

namespace CaseFlow.Host.Web;

/// <summary>A request about packs, read.</summary>
/// <param name="Body">What is asked for.</param>
/// <param name="Principal">Who asks.</param>
/// <param name="Key">The idempotency key; empty where nothing is to be changed.</param>
/// <param name="Hash">The hash over the request as it came.</param>
/// <param name="Culture">The caller's language.</param>
internal sealed record PackRequest(PackBody Body, Principal Principal, string Key, string Hash, CultureInfo Culture)
{
    /// <summary>The page of a preview begins after this case.</summary>
    public CaseId? After { get; init; }

    /// <summary>Cases on a page of a preview.</summary>
    public int Limit { get; init; } = HostLimits.PageRowsDefault;
}

/// <summary>Carries out requests about packs.</summary>
internal sealed partial class PackRequests(
    PackCatalogue packs,
    PackPublishing publishing,
    OpenCasePreview preview,
    IPackArchive archive,
    ILogger<PackRequests> log)
{
    /// <summary>
    /// The answer to an activation that was carried out before under the same key, or 409 where the key was used for
    /// another; null for a new request. Asked before anything else: what it rests on has changed since.
    /// </summary>
    public async ValueTask<IResult?> RepeatAsync(PackRequest request, CancellationToken cancellationToken)
    {
        if (request.Body.Mode is not PackMode.Activate
            || await archive.FindActivationAsync(request.Key, cancellationToken) is not { } before)
        {
            return null;
        }

        var current = (await packs.ActiveAsync(cancellationToken)).Pack;
        var pack = await packs.FindAsync(before.Hash, cancellationToken);
        return before.BodyHash == request.Hash
            ? Answers.Ok(new PackAnswer(
                PackMode.Activate, Valid: true, pack is null ? null : PackName.Of(pack), PackName.Of(current), [],
                Examples: null, [], WhatIf: null, ActivationStatus.Repeated, ActivationView.Of(before)))
            : KeyReused(request);
    }

    /// <summary>Checks the pack, and does with it what was asked for.</summary>
    public async ValueTask<IResult> AnswerAsync(
        PackRequest request, NamedPack named, CancellationToken cancellationToken)
    {
        var current = (await packs.ActiveAsync(cancellationToken)).Pack;
        if (RefusalOf(request, named, current) is { } refusal)
        {
            return refusal;
        }

        var candidate = await publishing.CheckAsync(named.Source!, named.Changes, cancellationToken);
        var answer = PackAnswer.Of(request.Body.Mode, candidate, current, request.Culture);
        return (request.Body.Mode, candidate.IsGood) switch
        {
            (PackMode.Activate, true) => await ActivateAsync(request, candidate, answer, cancellationToken),
            (PackMode.Activate, false) => Refused(candidate, request.Culture),
            (PackMode.Preview, true) => await PreviewAsync(request, candidate, answer, cancellationToken),
            _ => Answers.Ok(answer),
        };
    }

    private static IResult? RefusalOf(PackRequest request, NamedPack named, CasePack current)
    {
        var body = request.Body;
        if (body.ExpectedCurrent is { } expected && expected != current.Bound.Hash)
        {
            return Stale(request, current.Bound.Hash);
        }

        var notOwned = body.Mode is PackMode.Activate
            ? PackPublishing.NotOwned(request.Principal, named.Changes).ToList()
            : [];
        return notOwned.Count > 0
            ? Answers.Refused(StatusCodes.Status403Forbidden, request.Culture, notOwned)
            : null;
    }

    private async ValueTask<IResult> PreviewAsync(
        PackRequest request, PackCandidate candidate, PackAnswer answer, CancellationToken cancellationToken)
    {
        // One case more than asked for tells whether there is a next page.
        var pack = candidate.Reading.Pack!;
        var diff = await preview.CompareAsync(pack, request.After, request.Limit + 1, cancellationToken);
        return Answers.Ok(answer with
        {
            WhatIf = WhatIfView.Of(diff, request.Body.OpenCases, pack, request.Limit, request.Culture),
        });
    }

    private async ValueTask<IResult> ActivateAsync(
        PackRequest request, PackCandidate candidate, PackAnswer answer, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var result = await packs.ActivateAsync(
            new ActivationRequest(
                candidate.Reading.Pack!,
                candidate.Source,
                body.ExpectedCurrent!,
                request.Principal.Id,
                body.Note,
                request.Key,
                request.Hash)
            {
                OpenCases = body.OpenCases, Parameters = ParametersOf(candidate.Changes),
            },
            cancellationToken);
        if (result.Status is ActivationStatus.Stale)
        {
            return Stale(request, result.Activation.Hash);
        }

        if (result.Status is ActivationStatus.KeyReused)
        {
            return KeyReused(request);
        }

        LogActivated(log, result.Status, result.Activation.Number, result.Activation.Hash, request.Principal.Id);
        var current = (await packs.ActiveAsync(cancellationToken)).Pack;
        return Answers.Ok(answer with
        {
            Current = PackName.Of(current),
            Outcome = result.Status,
            Activation = ActivationView.Of(result.Activation),
        });
    }

    private static string? ParametersOf(IReadOnlyList<ParameterChange> changes) => changes.Count == 0
        ? null
        : new JsonArray([.. changes.Select(change => (JsonNode)new JsonObject
        {
            ["name"] = change.Parameter.Name,
            ["before"] = ValueJson.Write(change.Before),
            ["after"] = ValueJson.Write(change.After),
        })]).ToJsonString(Answers.Json);

    private static IResult Refused(PackCandidate candidate, CultureInfo culture)
    {
        var error = new HostError(
            HostCodes.CandidateRefused,
            candidate.Errors.ToString(CultureInfo.InvariantCulture),
            (candidate.Examples?.Failed ?? 0).ToString(CultureInfo.InvariantCulture));

        // What the message counts is no place.
        var first = ProblemReason.Of(error, culture) with { Place = "pack" };
        return Answers.Problem(
            StatusCodes.Status422UnprocessableEntity, [first, .. PackAnswer.Reasons(candidate, culture)]);
    }

    private static IResult Stale(PackRequest request, string current)
    {
        var error = new HostError(HostCodes.PackStale, request.Body.ExpectedCurrent ?? "", current);
        var reason = ProblemReason.Of(error, request.Culture) with
        {
            Place = "expectedCurrent", LeadsOut = [current],
        };
        return Answers.Problem(StatusCodes.Status409Conflict, [reason]);
    }

    private static IResult KeyReused(PackRequest request) => Answers.Problem(
        StatusCodes.Status409Conflict,
        [EngineProblems.Reason(new Problem(EngineCodes.KeyReused, "key", [request.Key]), request.Culture)]);

    [LoggerMessage(
        EventId = 9176,
        Level = LogLevel.Information,
        Message = "Pack activation {Number} {Status}: {Hash} by {Principal}")]
    private static partial void LogActivated(
        ILogger log, ActivationStatus status, int number, string hash, string principal);
}
