namespace CaseFlow.Host.CommandLine;

/// <summary>With what the program ends.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Done, and something was found: errors in a pack, failing examples, bad lines, skipped rows.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage or input.</summary>
    public const int Usage = 2;

    /// <summary>Interrupted halfway; the same command again goes on.</summary>
    public const int Suspended = 3;

    /// <summary>The environment: port, disk, database.</summary>
    public const int Environment = 4;
}
