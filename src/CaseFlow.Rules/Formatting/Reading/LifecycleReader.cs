using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Lifecycles: their states as a table, their steps one by one.</summary>
internal sealed class LifecycleReader(ReadingDesk desk, VocabularyReader vocabulary)
{
    private readonly ReadingWords _words = desk.Words;

    /// <summary>A lifecycle.</summary>
    public void Read(LifecycleSyntax lifecycle, string number)
    {
        desk.Outline.Item(
            1,
            number,
            _words.Fill("Lifecycle", desk.Symbols.Declared(lifecycle.Name, lifecycle.Names)),
            desk.Code(SymbolWords.Codes(lifecycle.Name, lifecycle.Names)),
            _words.Sentence("LifecycleFor", desk.Conditions.Of(lifecycle.For)),
            _words.Fill("StatesBelow"),
            desk.Note(lifecycle.Note));
        desk.Outline.Table(
            1,
            [_words.Fill("StateName"), _words.Fill("StateMeaning"), _words.Fill("FieldCode")],
            [.. lifecycle.States.Select(State)]);
        var triggers = new TriggerReader(desk, vocabulary);
        for (var place = 0; place < lifecycle.Triggers.Count; place++)
        {
            triggers.Read(lifecycle.Triggers[place], ReadingNumbers.Join(number, place + 1));
        }
    }

    private IReadOnlyList<string> State(StateSyntax state)
    {
        string?[] meaning =
        [
            _words.Sentence("State" + state.Kind),
            state.Superstate is { } outer ? _words.Sentence("Within", desk.Symbols.Label(outer)) : null,
            state.Starts.Count > 0 ? _words.Sentence("StartsWhenOpened", desk.Symbols.Labels(state.Starts)) : null,
            state.NoDeadline is { } cites ? _words.Sentence("NoDeadline", desk.Basis.Cites(cites)) : null,
        ];
        return
        [
            desk.Symbols.Declared(state.Name, state.Names),
            string.Join(' ', meaning.OfType<string>()),
            SymbolWords.Codes(state.Name, state.Names),
        ];
    }
}
