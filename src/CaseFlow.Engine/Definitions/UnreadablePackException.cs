using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Definitions;

/// <summary>
/// The pack that is current by the archive cannot be read by this program: an upgrade refuses what an older one took.
/// The way out is a corrected pack in the folder that the host is started with.
/// </summary>
public sealed class UnreadablePackException(PackActivation activation)
    : Exception("The current pack cannot be read by this program.")
{
    /// <summary>The activation whose pack it is.</summary>
    public PackActivation Activation { get; } = activation;
}
