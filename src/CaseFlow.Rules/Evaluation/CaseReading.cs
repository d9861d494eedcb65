using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>What rules read of the case itself.</summary>
internal static class CaseReading
{
    /// <summary>The property's value; unknown where there is no case.</summary>
    public static Value Of(CaseExpression property, CaseView? view)
    {
        if (view is null)
        {
            return UnknownValue.OfFact("case." + NameOf(property));
        }

        return property.Property switch
        {
            CaseProperty.State => new TextValue(view.State),
            CaseProperty.OpenedOn => new DateValue(view.OpenedOn),
            CaseProperty.Parent => TextOrMissing(view.Parent),
            CaseProperty.Holder => TextOrMissing(view.Holder),
            CaseProperty.Agency => TextOrMissing(view.Agency),
            _ => view.Due.TryGetValue(property.Deadline!, out var day) ? new DateValue(day) : MissingValue.Instance,
        };
    }

    /// <summary>The property's name after `case.`.</summary>
    public static string NameOf(CaseExpression property) => property.Property switch
    {
        CaseProperty.State => "state",
        CaseProperty.OpenedOn => "opened_on",
        CaseProperty.Parent => "parent",
        CaseProperty.Holder => "holder",
        CaseProperty.Agency => "agency",
        _ => "due." + property.Deadline,
    };

    private static Value TextOrMissing(string? text) => text is null ? MissingValue.Instance : new TextValue(text);
}
