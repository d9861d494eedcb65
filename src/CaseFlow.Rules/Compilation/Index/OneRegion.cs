using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation.Index;

/// <summary>All values alike: the tests only ask whether there is one.</summary>
internal sealed class OneRegion : Regions
{
    /// <inheritdoc/>
    public override int Count => First + 1;

    /// <inheritdoc/>
    protected override int FindKnown(Value value) => 0;

    /// <inheritdoc/>
    protected override Value? KnownSampleOf(int place) => BooleanValue.Yes;
}
