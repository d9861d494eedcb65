using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>Texts that mention what a box asks for, and texts that do not.</summary>
internal sealed class PhraseTexts(Variables variables, Box box)
{
    // Mentions nothing.
    private const string Nothing = "…";

    /// <summary>Texts worth trying for a text that is told, the one that the box asks for first.</summary>
    public IEnumerable<Value> For(BoundExpression text)
    {
        var key = ExpressionKey.Of(text);
        var mentions = variables.All
            .Where(variable => variable.Expression is MentionsBoundExpression mention
                && ToldPlaces.In(mention.Text).Any(place => ExpressionKey.Of(place) == key))
            .ToList();
        var asked = mentions.Where(IsAsked).Select(Sample).ToList();
        var texts = mentions.Select(Sample).Prepend(asked.Count > 0 ? string.Join("; ", asked) : Nothing);
        return texts.Append(Nothing).Distinct().Select(sample => new TextValue(sample));
    }

    private bool IsAsked(Variable mention) =>
        box.Sides.TryGetValue(mention.Level, out var stretches) && stretches[0].To is null;

    private static string Sample(Variable variable)
    {
        var mention = (MentionsBoundExpression)variable.Expression;
        return mention.All ? string.Join(", ", mention.Phrases) : mention.Phrases[0];
    }
}
