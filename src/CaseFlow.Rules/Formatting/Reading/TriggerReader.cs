using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>
/// The steps of a lifecycle: who, from where to where, what must be told, what must hold, what is done.
/// </summary>
internal sealed class TriggerReader(ReadingDesk desk, VocabularyReader vocabulary)
{
    private readonly ReadingWords _words = desk.Words;
    private readonly StepEffectReader _effects = new(desk);

    /// <summary>A step with all of its versions.</summary>
    public void Read(TriggerSyntax trigger, string number)
    {
        var title = _words.Fill(
            trigger.IsSide ? "SideTrigger" : "Trigger", desk.Symbols.Declared(trigger.Name, trigger.Names));
        var code = desk.Code(SymbolWords.Codes(trigger.Name, trigger.Names));
        if (trigger.Versions is [var only])
        {
            desk.Outline.Item(
                2,
                number,
                desk.Basis.Title(title, only.Cites, only.Period),
                [code, .. Body(only), desk.Note(trigger.Note)]);
            return;
        }

        desk.Outline.Item(2, number, title, code, desk.Note(trigger.Note));
        for (var place = 0; place < trigger.Versions.Count; place++)
        {
            var version = trigger.Versions[place];
            desk.Outline.Item(
                3,
                ReadingNumbers.Join(number, place + 1),
                desk.Basis.Title(_words.Fill("VersionTitle", _words.Number(place + 1)), version.Cites, version.Period),
                Body(version));
        }
    }

    private IEnumerable<string?> Body(TriggerBodySyntax body)
    {
        yield return ReadingWords.Sentence(Prose.Follow(
            _words.Fill("RouteFrom", Source(body.From)), Move(body.Move), 0));
        yield return body.Roles.Count > 0
            ? _words.Sentence("ByRole", _words.Either(body.Roles.Select(role => desk.Registered(role.Text))))
            : _words.Sentence("ByAnyone");
        if (body.Needs.Count > 0)
        {
            var needs = body.Needs.Select(vocabulary.Field);
            yield return Prose.Parts(_words.Fill("Needs"), [.. needs], 0, _words.Language) + ".";
        }

        foreach (var assumption in vocabulary.Assumptions(body.Needs))
        {
            yield return assumption;
        }

        foreach (var guard in body.Guards)
        {
            yield return Guard(guard);
        }

        if (body.Effects.Count > 0)
        {
            yield return Prose.Parts(
                _words.Fill("EffectsInOrder"), [.. body.Effects.Select(_effects.Of)], 0, _words.Language) + ".";
        }
    }

    private string Source(SourceStatesSyntax from)
    {
        var states = from.AnyOpen ? _words.Fill("AnyOpen") : _words.Either(from.States.Select(desk.Symbols.Label));
        return from.Except.Count == 0
            ? states
            : _words.Fill("Except", states, _words.All(from.Except.Select(desk.Symbols.Label)));
    }

    private string Move(MoveSyntax move) => move switch
    {
        GoesToMove to => _words.Fill("GoesTo", desk.Symbols.Label(to.State)),
        GoesBackMove => _words.Fill("GoesBack"),
        IgnoresMove => _words.Fill("Ignores"),
        FirstOfMove first => Prose.Parts(
            _words.Fill("FirstOf"),
            [
                .. first.Choices.Select(choice => _words.Fill(
                    "Choice", desk.Symbols.Label(choice.State), desk.Conditions.Of(choice.When, 1))),
                _words.Fill("ChoiceElse", desk.Symbols.Label(first.Otherwise)),
            ],
            0,
            _words.Language),
        _ => _words.Fill("Stays"),
    };

    private string Guard(GuardSyntax guard)
    {
        var refusal = guard.RefusalLabels.FirstOrDefault(label => label.Language == _words.Language)?.Text
            ?? guard.Refusal;
        var title = desk.Basis.Title(
            _words.Fill("Guard", _words.Named(guard.Name.Text)), guard.Cites, guard.Period);
        var body = Prose.Follow(desk.Conditions.Of(guard.Condition), _words.Fill("OtherwiseRefused", refusal), 0);
        return ReadingWords.Sentence(_words.Fill("GuardBody", title, body));
    }
}
