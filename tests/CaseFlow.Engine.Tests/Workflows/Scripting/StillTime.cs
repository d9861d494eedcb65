namespace CaseFlow.Engine.Tests.Workflows.Scripting;

/// <summary>A clock that stands still: no run takes any time.</summary>
internal sealed class StillTime : TimeProvider
{
    public override long GetTimestamp() => 0;
}
