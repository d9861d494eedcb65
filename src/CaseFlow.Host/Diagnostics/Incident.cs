using System.Globalization;

namespace CaseFlow.Host.Diagnostics;

/// <summary>What is kept of an error that nobody foresaw: the user sees the id, the details stand in a file.</summary>
/// <param name="Id">To quote when asking for help.</param>
/// <param name="Place">The file with the details.</param>
internal sealed record Incident(string Id, string Place)
{
    /// <summary>Writes the details to the temporary folder.</summary>
    public static Incident Record(Exception exception, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var id = NewId(now);
        var place = Path.Join(Path.GetTempPath(), $"caseflow-incident-{id}.log");
        try
        {
            File.WriteAllText(place, now.ToString("O", CultureInfo.InvariantCulture) + "\n" + exception + "\n");
            return new Incident(id, place);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new Incident(id, "-");
        }
    }

    /// <summary>An id that sorts by time.</summary>
    public static string NewId(DateTimeOffset now) =>
        Guid.CreateVersion7(now).ToString("N", CultureInfo.InvariantCulture);
}
