using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>Where an expression is read.</summary>
/// <param name="GoverningDate">
/// The day whose law counts; null while that day itself is being found, when no period is asked.
/// </param>
/// <param name="Element">The elements at hand, innermost first.</param>
internal readonly record struct Scope(DateOnly? GoverningDate, ElementBinding? Element = null)
{
    /// <summary>
    /// What would tell the governing date, where it is not known: then neither is whatever has another value under the
    /// law of another day.
    /// </summary>
    public UnknownValue? OpenDay { get; init; }

    /// <summary>The same place with one more element at hand.</summary>
    public Scope With(ElementVariable variable, Value item, string? path) =>
        this with { Element = new ElementBinding(variable, item, path, Element) };

    /// <summary>The element that a variable stands for.</summary>
    public ElementBinding Find(ElementVariable variable)
    {
        for (var at = Element; at is not null; at = at.Outer)
        {
            if (at.Variable == variable)
            {
                return at;
            }
        }

        throw new InvalidOperationException("The element's variable was not bound.");
    }
}

/// <summary>An element at hand.</summary>
/// <param name="Variable">Its variable.</param>
/// <param name="Item">The element.</param>
/// <param name="Path">Path of the list, for facts to ask for; null where the list is no fact.</param>
/// <param name="Outer">The next one.</param>
internal sealed record ElementBinding(ElementVariable Variable, Value Item, string? Path, ElementBinding? Outer);
