using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation.Index;

/// <summary>A region for each of a few values: yes and no, or the members of an enum.</summary>
internal sealed class ChoiceRegions(Value[] choices) : Regions
{
    /// <inheritdoc/>
    public override int Count => choices.Length + First;

    /// <inheritdoc/>
    protected override int FindKnown(Value value) => value switch
    {
        BooleanValue known => known.Value ? 1 : 0,
        EnumValue member when member.Member.Ordinal < choices.Length => member.Member.Ordinal,
        _ => None,
    };

    /// <inheritdoc/>
    protected override Value? KnownSampleOf(int place) => choices[place];
}
