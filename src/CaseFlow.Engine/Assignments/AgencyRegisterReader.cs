using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Commands;

namespace CaseFlow.Engine.Assignments;

/// <summary>What reading a register gave.</summary>
/// <param name="Register">The register; empty where there are problems.</param>
/// <param name="Problems">Everything that is wrong with it.</param>
public sealed record RegisterReading(AgencyRegister Register, IReadOnlyList<Problem> Problems);

/// <summary>
/// Reads a register:
/// `{"heads":[roles],"officers":[{"id","name"}],
/// "agencies":[{"id","name":{"vi","en"},"level","superior","until","successor","roles":{role:[ids]}}]}`.
/// Never throws on a bad text.
/// </summary>
public static class AgencyRegisterReader
{
    /// <summary>Reads UTF-8 JSON; all problems at once.</summary>
    public static RegisterReading Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return new Reading(document.RootElement).Result();
        }
        catch (JsonException fault)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"line {fault.LineNumber + 1}");
            var problem = new Problem(EngineCodes.RegisterMalformed, line, [line]);
            return new RegisterReading(AgencyRegister.Empty, [problem]);
        }
    }

    private sealed class Reading(JsonElement root)
    {
        private readonly List<Problem> _problems = [];

        public RegisterReading Result()
        {
            var officers = Items("officers", OfficerAt);
            var agencies = Items("agencies", AgencyAt);
            var heads = Has(root, "heads", out var roles) ? Ids(roles, "heads") : [];
            if (_problems.Count == 0)
            {
                _problems.AddRange(RegisterChecks.Check(agencies, officers));
            }

            return _problems.Count == 0
                ? new RegisterReading(new AgencyRegister(agencies, officers, heads), [])
                : new RegisterReading(AgencyRegister.Empty, _problems);
        }

        private List<T> Items<T>(string name, Func<JsonElement, string, T> read)
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out var list))
            {
                return [];
            }

            if (list.ValueKind != JsonValueKind.Array)
            {
                Malformed(name);
                return [];
            }

            return [.. list.EnumerateArray().Select((item, index) => read(item, Place(name, index)))];
        }

        private static string Place(string name, int index) =>
            string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]");

        private Officer OfficerAt(JsonElement item, string place) =>
            new(Required(item, "id", place), Text(item, "name", place) ?? "");

        private Agency AgencyAt(JsonElement item, string place) => new(
            Required(item, "id", place),
            Texts(item, "name", place),
            Text(item, "level", place),
            Text(item, "superior", place),
            Day(item, "until", place),
            Text(item, "successor", place),
            Roles(item, place));

        private string Required(JsonElement item, string name, string place)
        {
            var text = Text(item, name, place);
            if (string.IsNullOrEmpty(text))
            {
                Malformed(place + "." + name);
            }

            return text ?? "";
        }

        private string? Text(JsonElement item, string name, string place)
        {
            if (!Has(item, name, out var value))
            {
                return null;
            }

            if (value.ValueKind != JsonValueKind.String)
            {
                Malformed(place + "." + name);
                return null;
            }

            return value.GetString();
        }

        private DateOnly? Day(JsonElement item, string name, string place)
        {
            var text = Text(item, name, place);
            if (text is null)
            {
                return null;
            }

            var isDay = DateOnly.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            if (!isDay)
            {
                Malformed(place + "." + name);
            }

            return day;
        }

        private Dictionary<string, string> Texts(JsonElement item, string name, string place) =>
            Entries(item, name, place).ToDictionary(
                entry => entry.Name,
                entry => Text(item.GetProperty(name), entry.Name, place) ?? "",
                StringComparer.Ordinal);

        private Dictionary<string, IReadOnlyList<string>> Roles(JsonElement item, string place) =>
            Entries(item, "roles", place).ToDictionary(
                entry => entry.Name,
                entry => Ids(entry.Value, place + ".roles." + entry.Name),
                StringComparer.Ordinal);

        private IReadOnlyList<string> Ids(JsonElement list, string place)
        {
            if (list.ValueKind == JsonValueKind.Array
                && list.EnumerateArray().All(id => id.ValueKind == JsonValueKind.String))
            {
                return [.. list.EnumerateArray().Select(id => id.GetString()!)];
            }

            Malformed(place);
            return [];
        }

        private IReadOnlyList<JsonProperty> Entries(JsonElement item, string name, string place)
        {
            if (!Has(item, name, out var value))
            {
                return [];
            }

            if (value.ValueKind != JsonValueKind.Object)
            {
                Malformed(place + "." + name);
                return [];
            }

            return [.. value.EnumerateObject().DistinctBy(entry => entry.Name, StringComparer.Ordinal)];
        }

        private static bool Has(JsonElement item, string name, out JsonElement value)
        {
            value = default;
            return item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out value)
                && value.ValueKind != JsonValueKind.Null;
        }

        private void Malformed(string place) =>
            _problems.Add(new Problem(EngineCodes.RegisterMalformed, place, [place]));
    }
}
