using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Cases;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Events;

/// <summary>A case id as its text.</summary>
internal sealed class CaseIdConverter : JsonConverter<CaseId>
{
    /// <inheritdoc/>
    public override CaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CaseId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("No case id.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CaseId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>A citizen's code as its text.</summary>
internal sealed class TrackingCodeConverter : JsonConverter<TrackingCode>
{
    /// <inheritdoc/>
    public override TrackingCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("No tracking code."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TrackingCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

/// <summary>A petitioner's reference as its text.</summary>
internal sealed class PetitionerReferenceConverter : JsonConverter<PetitionerReference>
{
    /// <inheritdoc/>
    public override PetitionerReference Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("No petitioner's reference."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PetitionerReference value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

/// <summary>A duration as `{"value":7,"unit":"workingDay"}`.</summary>
internal sealed class RuleDurationConverter : JsonConverter<RuleDuration>
{
    /// <inheritdoc/>
    public override RuleDuration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var unit = RuleDuration.UnitOf(document.RootElement.GetProperty("unit").GetString());
        return new RuleDuration(
            document.RootElement.GetProperty("value").GetInt32(), unit ?? throw new JsonException("No unit of time."));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RuleDuration value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("value", value.Count);
        writer.WriteString("unit", value.UnitName);
        writer.WriteEndObject();
    }
}

/// <summary>A fact sheet as `{"petition":{…}}`.</summary>
internal sealed class FactSheetConverter : JsonConverter<FactSheet>
{
    /// <inheritdoc/>
    public override FactSheet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return FactSheet.Empty.With(document.RootElement);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FactSheet value, JsonSerializerOptions options) =>
        value.WriteTo(writer);
}
