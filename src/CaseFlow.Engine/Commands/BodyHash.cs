using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Engine.Commands;

/// <summary>
/// What a command asks, as a hash that tells a repeat from the reuse of a key. Equal requests give equal hashes
/// whatever the order of their JSON keys.
/// </summary>
internal static class BodyHash
{
    /// <summary>
    /// SHA-256, hexadecimal, over the command's canonical JSON. Of petitioners only their number goes in: a hash over a
    /// name could be tried out by whoever reads the receipts.
    /// </summary>
    public static string Of(Command command)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            Write(writer, command);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>The same over any request and who asks.</summary>
    public static string Of(Principal principal, JsonNode request)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("principal", principal.Id);
            writer.WritePropertyName("request");
            WriteSorted(writer, request);
            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>The same over any request whose key tells already who asks.</summary>
    public static string Of(JsonNode request)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            WriteSorted(writer, request);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    private static void Write(Utf8JsonWriter writer, Command command)
    {
        writer.WriteStartObject();
        writer.WriteString("principal", command.Principal.Id);
        writer.WriteString("on", command.EffectiveOn is { } on ? EffectiveDay.Text(on) : null);
        writer.WritePropertyName("facts");
        WriteSorted(writer, command.Facts);
        switch (command)
        {
            case OpenCase open:
                WriteOpening(writer, open);
                break;
            case FireTrigger fire:
                writer.WriteString("case", fire.CaseId.ToString());
                writer.WriteString("trigger", fire.Trigger);
                WriteInstant(writer, "at", fire.At);
                writer.WritePropertyName("inputs");
                WriteSorted(writer, fire.Inputs);
                break;
            case RepinCase repin:
                writer.WriteString("case", repin.CaseId.ToString());
                writer.WriteString("pack", repin.Pack);
                break;
            case EscalateCase escalate:
                WriteEscalation(writer, escalate);
                break;
            case FireTimer timer:
                writer.WriteString("case", timer.CaseId.ToString());
                writer.WriteString("timer", timer.Timer);
                WriteInstant(writer, "due", timer.DueAt);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteEscalation(Utf8JsonWriter writer, EscalateCase escalate)
    {
        writer.WriteString("case", escalate.CaseId.ToString());
        writer.WriteString("notice", escalate.Notice);
        writer.WriteString("to", escalate.To.Kind.ToString());
        writer.WriteString("name", escalate.To.Name);
        writer.WriteString("level", escalate.To.Level);
        writer.WriteString("deadline", escalate.Deadline);
        writer.WriteString("by", escalate.ReportBy is { } day ? EffectiveDay.Text(day) : null);
        writer.WriteString("instance", escalate.Cause.Instance);
        writer.WriteString("node", escalate.Cause.Node);
        writer.WriteStartArray("cites");
        foreach (var cite in escalate.Cites)
        {
            writer.WriteStringValue(cite);
        }

        writer.WriteEndArray();
    }

    private static void WriteOpening(Utf8JsonWriter writer, OpenCase open)
    {
        writer.WriteString("agency", open.Agency);
        writer.WriteString("parent", open.Parent?.ToString());
        writer.WriteNumber("petitioners", open.Petitioners.Count);
        if (open.TakeOver is not { } takeOver)
        {
            return;
        }

        writer.WriteString("state", takeOver.State);
        writer.WriteStartArray("deadlines");
        foreach (var deadline in takeOver.Deadlines)
        {
            writer.WriteStartObject();
            writer.WriteString("name", deadline.Name);
            WriteInstant(writer, "due", deadline.DueAt);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteInstant(Utf8JsonWriter writer, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
        {
            writer.WriteNumber(name, known.UtcTicks);
        }
    }

    private static void WriteSorted(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                writer.WriteStartObject();
                foreach (var (key, value) in json.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(key);
                    WriteSorted(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    WriteSorted(writer, item);
                }

                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
