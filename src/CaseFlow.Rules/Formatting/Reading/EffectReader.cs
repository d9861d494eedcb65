using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>What follows from a rule.</summary>
internal sealed class EffectReader(ReadingDesk desk)
{
    private readonly ReadingWords _words = desk.Words;

    /// <summary>An effect.</summary>
    /// <param name="effect">As written.</param>
    /// <param name="decision">The decision around.</param>
    /// <param name="parents">What does not apply, where the effect is that.</param>
    public string Of(EffectSyntax effect, DecisionSyntax decision, IReadOnlyList<Name> parents) => effect switch
    {
        AssignEffect assign => _words.All(assign.Assignments.Select(Assignment)),
        AddEffect add => _words.Fill(
            "AddPoints",
            desk.Values.Of(add.Amount),
            desk.Symbols.Declared(decision.Outputs[0].Name, decision.Outputs[0].Names)),
        _ => parents.Count == 0
            ? _words.Fill("BlocksAll")
            : _words.Fill("Blocks", _words.All(parents.Select(parent => _words.Named(parent.Text)))),
    };

    private string Assignment(AssignmentSyntax assignment)
    {
        var name = desk.Symbols.Label(assignment.Output);
        var isBoolean = (desk.Symbols.Of(assignment.Output) as OutputSymbol)?.Type.Kind == TypeKind.Boolean;
        return assignment.Value is MissingLiteral
            ? _words.Fill("AssignNothing", name)
            : _words.Fill("Assign", isBoolean ? _words.Quoted(name) : name, desk.Values.Of(assignment.Value));
    }
}
