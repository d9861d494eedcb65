using System.Globalization;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Packs;
using Microsoft.AspNetCore.Http.Features;

namespace CaseFlow.Host.Web;

/// <summary>The routes of rule packs: what is current, and making another one current.</summary>
internal static class PackRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/packs", ListAsync)
            .WithName("getPacks")
            .WithSummary("The current pack, the packs that open cases pin, and all activations: ?limit= (at most 200).")
            .Produces<PacksView>();
        api.MapPost("/packs", PublishAsync)
            .WithName("publishPack")
            .WithSummary(
                "Validates a pack, previews what it makes of the open cases, or activates it. Needs the role publish; "
                + "activate needs an Idempotency-Key and expectedCurrent. A preview takes ?after=&limit=.")
            .Accepts<PackForm>("application/json")
            .Produces<PackAnswer>();
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, PackCatalogue packs, IPackArchive archive, ICaseStore store, OpenCaseRepinning repinning)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var errors = new List<HostError>();
        var limit = ListRoutes.Limit(context.Request.Query, culture, errors);
        if (errors.Count > 0)
        {
            return Answers.Refused(StatusCodes.Status400BadRequest, culture, errors);
        }

        var active = await packs.ActiveAsync(context.RequestAborted);
        var known = (await archive.ListAsync(context.RequestAborted)).ToDictionary(pack => pack.Hash);
        var pinned = await store.CountOpenByPackAsync(context.RequestAborted);
        var history = await archive.ActivationsAsync(limit, context.RequestAborted);
        var current = PackName.Of(active.Pack);
        var isOver = repinning.Last is { } last && last.Activation == active.Activation.Number;
        return Answers.Ok(new PacksView(
            current,
            ActivationView.Of(active.Activation),
            [
                .. from pin in pinned.OrderBy(pin => pin.Key, StringComparer.Ordinal)
                   let pack = known.GetValueOrDefault(pin.Key)
                   select new PinnedPackView(
                       pin.Key, pack?.Name, pack?.Version, pin.Value, pin.Key == current.Hash),
            ],
            isOver ? RepinningView.Of(repinning.Last!, culture) : null,
            [.. history.Select(ActivationView.Of)]));
    }

    private static async Task<IResult> PublishAsync(
        HttpContext context, PackPublishing publishing, PackRequests requests)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        var principal = CallerIdentity.Of(context);
        if (!principal.HasAny([PackPublishing.Role]))
        {
            var error = new HostError(HostCodes.NotPermitted, PackPublishing.Role);
            return Answers.Refused(StatusCodes.Status403Forbidden, culture, error);
        }

        var (request, refused) = await ReadAsync(context, principal, culture);
        if (request is null)
        {
            return refused!;
        }

        if (await requests.RepeatAsync(request, context.RequestAborted) is { } repeated)
        {
            return repeated;
        }

        var body = request.Body;
        var named = body.Files is { } files
            ? new NamedPack(files, [], null, [])
            : await publishing.FindAsync(body.Pack, body.Parameters, context.RequestAborted);
        return named.Source is null
            ? Refused(named, culture)
            : await requests.AnswerAsync(request, named, context.RequestAborted);
    }

    private static async Task<(PackRequest? Request, IResult? Refused)> ReadAsync(
        HttpContext context, Principal principal, CultureInfo culture)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = HostLimits.PackBodyBytes;
        }

        var reading = await RequestBody.ReadAsync(context.Request, context.RequestAborted, HostLimits.PackBodyBytes);
        if (reading.Json.Value is not { } json)
        {
            return (null, Answers.Refused(reading.Status, culture, reading.Json.Error!));
        }

        var errors = new List<HostError>();
        var body = PackBody.Of(json, culture, errors);
        var key = body.Mode is PackMode.Activate ? CommandHeaders.Read(context.Request, errors).Key : "";
        var query = context.Request.Query;
        var page = (After: ListRoutes.After(query, culture, errors), Limit: ListRoutes.Limit(query, culture, errors));
        return errors.Count > 0
            ? (null, Answers.Refused(StatusCodes.Status400BadRequest, culture, errors))
            : (new PackRequest(body, principal, key, ActivationRequest.HashOf(principal, json), culture)
            {
                After = page.After, Limit = page.Limit,
            }, null);
    }

    private static IResult Refused(NamedPack named, CultureInfo culture) => named.Error is { } error
        ? Answers.Refused(StatusCodes.Status404NotFound, culture, error)
        : Answers.Problem(
            StatusCodes.Status400BadRequest,
            [
                .. named.Problems.Select(problem => new ProblemReason(
                    problem.Code, "parameters." + problem.Path, problem.Message(culture), problem.Help(culture), [],
                    problem.DidYouMean is { } meant ? [meant] : [])),
            ]);
}
