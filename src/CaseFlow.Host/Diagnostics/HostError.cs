namespace CaseFlow.Host.Diagnostics;

/// <summary>
/// Something a user of the program must know: a code, the place, and the words that the message quotes.
/// </summary>
/// <param name="Code">`CF91##`, one of <see cref="HostCodes"/>.</param>
/// <param name="Arguments">What the message quotes: names, paths, places; never personal data.</param>
internal sealed record HostError(string Code, params IReadOnlyList<string> Arguments);

/// <summary>Ends a command with one message for the user. Thrown at the edge only, caught by the program.</summary>
// Without an error for the user it means nothing, so the usual constructors are left out.
#pragma warning disable RCS1194
internal sealed class HostErrorException : Exception
#pragma warning restore RCS1194
{
    public HostErrorException(HostError error, int exitCode, Exception? cause = null)
        : base(error.Code, cause)
    {
        Error = error;
        ExitCode = exitCode;
    }

    /// <summary>What to tell.</summary>
    public HostError Error { get; }

    /// <summary>With what the process ends.</summary>
    public int ExitCode { get; }
}
