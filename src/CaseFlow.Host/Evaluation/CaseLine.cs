using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Input;

namespace CaseFlow.Host.Evaluation;

/// <summary>A line `{"id", "today", "facts"}` as read; with an error there may be no facts.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Id">The id as it came in, text or number; null for anything else.</param>
/// <param name="Today">The day of the call, or null where the line names none.</param>
/// <param name="Facts">The facts, or null.</param>
/// <param name="Errors">Everything that is wrong with the line.</param>
internal sealed record CaseLine(
    int Number, JsonValue? Id, DateOnly? Today, JsonObject? Facts, IReadOnlyList<HostError> Errors)
{
    private static readonly string[] Members = ["id", "today", "facts"];

    /// <summary>Reads a line; never throws for what it reads.</summary>
    public static CaseLine Read(InputLine line, CultureInfo culture)
    {
        var reading = line.IsTooLong ? TooLong() : StrictJson.Read(line.Utf8.Span, line.Number);
        if (reading.Value is not { } value)
        {
            return new CaseLine(line.Number, null, null, null, [reading.Error!]);
        }

        var errors = new List<HostError>();
        var members = new JsonMembers(value, "", Members, culture, errors);
        var day = members.Day("today");
        var facts = members.Object("facts");
        if (facts is null && !value.ContainsKey("facts"))
        {
            errors.Add(new HostError(HostCodes.MissingMember, "facts"));
        }

        return new CaseLine(line.Number, value["id"] as JsonValue, day, facts, errors);
    }

    private static JsonReading TooLong() => new(
        Value: null,
        new HostError(HostCodes.LineTooLong, JsonLines.BytesMax.ToString(CultureInfo.InvariantCulture)));
}
