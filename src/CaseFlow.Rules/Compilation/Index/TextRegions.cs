using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation.Index;

/// <summary>A region for each text that a cell names, and one for all others.</summary>
internal sealed class TextRegions : Regions
{
    private readonly string[] _texts;
    private readonly Dictionary<string, int> _places;

    private TextRegions(string[] texts)
    {
        _texts = texts;
        _places = texts.Select((text, place) => (text, place))
            .ToDictionary(pair => pair.text, pair => pair.place, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override int Count => First + _texts.Length + 1;

    /// <summary>The regions of some texts.</summary>
    public static TextRegions? Of(List<Value> constants) =>
        constants.TrueForAll(constant => constant is TextValue)
            ? new TextRegions([.. constants.Select(constant => ((TextValue)constant).Value)
                .Distinct(StringComparer.Ordinal)])
            : null;

    /// <inheritdoc/>
    protected override int FindKnown(Value value) =>
        value is TextValue text ? _places.GetValueOrDefault(text.Value, _texts.Length) : None;

    // Longer than all that are named, so none of them.
    /// <inheritdoc/>
    protected override Value? KnownSampleOf(int place) => new TextValue(
        place < _texts.Length
            ? _texts[place]
            : new string('x', _texts.Select(text => text.Length).Append(0).Max() + 1));
}
