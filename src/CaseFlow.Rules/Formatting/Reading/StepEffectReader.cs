using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>What a step does to deadlines and facts.</summary>
internal sealed class StepEffectReader(ReadingDesk desk)
{
    private readonly ReadingWords _words = desk.Words;

    /// <summary>An effect, inside a list of them.</summary>
    public string Of(TriggerEffectSyntax effect) => effect switch
    {
        DeadlineEffect { From: { } from } dated =>
            _words.Fill(dated.Kind + "From", desk.Symbols.Labels(dated.Deadlines), desk.Symbols.Path(from)),
        DeadlineEffect deadline => _words.Fill(deadline.Kind.ToString(), desk.Symbols.Labels(deadline.Deadlines)),
        ExtendsEffect extends =>
            _words.Fill("Extends", desk.Symbols.Label(extends.Deadline), desk.Values.Of(extends.By, 1)),
        SetsEffect { Value: MissingLiteral } clears => _words.Fill("Clears", desk.Symbols.Path(clears.Path)),
        SetsEffect { Value: PathExpression { Parts.Count: 1 } told } sets when desk.Symbols.Last(told) is FieldSymbol =>
            _words.Fill("SetsAsTold", desk.Symbols.Path(sets.Path), desk.Symbols.Path(told)),
        SetsEffect sets => _words.Fill("Sets", desk.Symbols.Path(sets.Path), desk.Values.Of(sets.Value, 1)),
        _ => "",
    };
}
