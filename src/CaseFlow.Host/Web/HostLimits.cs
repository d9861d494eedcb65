namespace CaseFlow.Host.Web;

/// <summary>Limits of the HTTP side, each with its reason.</summary>
internal static class HostLimits
{
    /// <summary>A command holds facts, not attachments.</summary>
    public const int BodyBytes = 1024 * 1024;

    /// <summary>A pack holds rules, holidays and sample petitions; the largest known one is half a megabyte.</summary>
    public const int PackBodyBytes = 16 * 1024 * 1024;

    /// <summary>What a screen or a job reads at once.</summary>
    public const int PageRowsMax = 200;

    /// <summary>What a list gives where nobody says how many.</summary>
    public const int PageRowsDefault = 50;

    /// <summary>A key of the caller's own; longer ones are no keys.</summary>
    public const int IdempotencyKeyCharacters = 200;

    /// <summary>A search is for a code or an id, whole or its beginning.</summary>
    public const int SearchCharacters = 64;

    /// <summary>Slow senders of headers are cut off, so that they cannot hold connections.</summary>
    public static readonly TimeSpan RequestHeaders = TimeSpan.FromSeconds(15);

    /// <summary>When to come back where the database cannot be reached.</summary>
    public const int RetryAfterSeconds = 2;
}
