using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

/// <summary>One provider's ports, opened empty.</summary>
public sealed record StoresUnderTest(
    ICaseStore Cases, ITimerQueue Timers, IOutboxQueue Outbox, IPackArchive Packs, IIdentityVault Vault);
