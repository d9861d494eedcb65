using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseFlow.Host.Composition;

/// <summary>
/// A note in the data folder of where its host listens, for those who find the folder held. Says nothing about cases.
/// </summary>
internal sealed class RunningNote : IDisposable
{
    private const string FileName = "running.json";

    private readonly string _path;

    private RunningNote(string path) => _path = path;

    /// <summary>Leaves the note.</summary>
    public static RunningNote Write(string folder, string urls)
    {
        var path = Path.Join(folder, FileName);
        File.WriteAllText(
            path, new JsonObject { ["process"] = Environment.ProcessId, ["urls"] = urls }.ToJsonString());
        return new RunningNote(path);
    }

    /// <summary>Process and addresses of the host that holds a folder; null where no note can be read.</summary>
    public static (string Process, string Urls)? Read(string folder)
    {
        try
        {
            var note = JsonNode.Parse(File.ReadAllText(Path.Join(folder, FileName)));
            return note?["process"] is { } process && note["urls"] is { } urls
                ? (process.GetValue<int>().ToString(CultureInfo.InvariantCulture), urls.GetValue<string>())
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
            or System.Text.Json.JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            // A note that is gone or half-written only makes the message shorter.
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_path);
}
