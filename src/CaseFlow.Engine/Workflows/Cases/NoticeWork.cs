using System.Text.Json.Nodes;
using CaseFlow.Engine.Assignments;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Hosting;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>
/// Sends notices: messages for the outside, written with the instance in one transaction. Ids, names of the pack and
/// dates only.
/// </summary>
internal sealed class NoticeWork(CaseLookup cases, AgencyTime time) : ICaseWork
{
    private const string Topic = "notice";

    /// <inheritdoc/>
    public IReadOnlyList<string> Types { get; } = ["CaseFlow.SendNotice"];

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        var found = await cases.FindAsync(request.Case, cancellationToken);
        if (Recipient(request, found) is not { } to)
        {
            return new WorkAnswer.Done(CasePayload.Of((CasePayload.Outcome, CaseActivity.Nobody)));
        }

        var payload = new JsonObject
        {
            ["case"] = found.State.Id.ToString(),
            ["notice"] = request.Payload.Text(CasePayload.Notice),
            ["to"] = to,
            ["cites"] = Texts(request.Payload.Texts(CasePayload.Cites)),
        };
        return new WorkAnswer.Done(CasePayload.Of((CasePayload.Result, CaseValues.Of(to))))
        {
            Outbox = [new OutboxRow(request.Key, found.State.Id, Topic, payload.ToJsonString(), request.At)],
        };
    }

    private JsonObject? Recipient(CaseRequest request, CaseAtHand found)
    {
        var asked = request.Payload.Text(CasePayload.To);
        if (asked == RecipientText.Petitioner)
        {
            return new JsonObject { ["kind"] = "Petitioner" };
        }

        var who = found.Pack.Agencies.Resolve(
            RecipientText.Read(asked), found.State.Agency, found.State.Holder, time.DayOf(request.At));
        return who.Unresolved is null ? RecipientText.Write(who) : null;
    }

    private static JsonArray Texts(IEnumerable<string> texts) =>
        [.. texts.Select(text => (JsonNode)JsonValue.Create(text))];
}
