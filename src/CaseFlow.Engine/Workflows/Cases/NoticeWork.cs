using System.Text.Json.Nodes;
using CaseFlow.Engine.Assignments;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Hosting;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>
/// Sends notices, reports and demands: messages for the outside, written with the instance in one transaction. Ids,
/// names of the pack and dates only.
/// </summary>
internal sealed class NoticeWork(CaseLookup cases, AgencyTime time) : ICaseWork
{
    private const string Notice = "CaseFlow.SendNotice";

    /// <inheritdoc/>
    public IReadOnlyList<string> Types { get; } = [Notice, "CaseFlow.Escalate"];

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        var found = await cases.FindAsync(request.Case, cancellationToken);
        if (Recipient(request, found) is not { } to)
        {
            return new WorkAnswer.Done(CasePayload.Of((CasePayload.Outcome, CaseActivity.Nobody)));
        }

        var within = request.Payload.Whole(CasePayload.Within);
        var lastDay = within is { } days
            ? WorkingDayCount.After(time.DayOf(request.At), days, found.Pack, calendarName: null)
            : (DateOnly?)null;
        var payload = new JsonObject
        {
            ["case"] = found.State.Id.ToString(),
            ["notice"] = request.Payload.Text(CasePayload.Notice),
            ["deadline"] = request.Payload.Text(CasePayload.Deadline),
            ["lastDay"] = lastDay is { } day ? CaseValues.Day(day) : null,
            ["to"] = to,
            ["cites"] = Texts(request.Payload.Texts(CasePayload.Cites)),
        };
        return new WorkAnswer.Done(CasePayload.Of(
            (CasePayload.Result, CaseValues.Of(to)),
            (CasePayload.LastDay, lastDay is { } last ? CaseValues.Day(last) : null)))
        {
            Outbox =
            [
                new OutboxRow(request.Key, found.State.Id, Topic(request, within), payload.ToJsonString(), request.At),
            ],
        };
    }

    private JsonObject? Recipient(CaseRequest request, CaseAtHand found)
    {
        var asked = request.Payload.Text(CasePayload.To);
        if (asked == RecipientText.Petitioner && request.Type == Notice)
        {
            return new JsonObject { ["kind"] = "Petitioner" };
        }

        var who = found.Pack.Agencies.Resolve(
            RecipientText.Read(asked), found.State.Agency, found.State.Holder, time.DayOf(request.At));
        return who.Unresolved is null ? Written(who) : null;
    }

    private static JsonObject Written(Recipient who) => new()
    {
        ["kind"] = who.Kind.ToString(),
        ["name"] = who.Name,
        ["level"] = who.Level,
        ["agency"] = who.Agency,
        ["officers"] = Texts(who.Officers),
    };

    private static JsonArray Texts(IEnumerable<string> texts) =>
        [.. texts.Select(text => (JsonNode)JsonValue.Create(text))];

    private static string Topic(CaseRequest request, long? within) =>
        request.Type == Notice ? "notice" : within is null ? "report" : "demand";
}
