using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Decisions: what they say, by which law, and their rules one by one.</summary>
internal sealed class DecisionReader(ReadingDesk desk)
{
    private readonly ReadingWords _words = desk.Words;
    private readonly EffectReader _effects = new(desk);

    /// <summary>A decision.</summary>
    public void Read(DecisionSyntax decision, string number)
    {
        desk.Outline.Item(
            1,
            number,
            _words.Fill("Decision", desk.Symbols.Declared(decision.Name, decision.Names)),
            desk.Code(SymbolWords.Codes(decision.Name, decision.Names)),
            _words.Sentence("Gives", string.Join("; ", decision.Outputs.Select(Output))),
            _words.Sentence("ByDate", desk.Values.Of(decision.GoverningDate)),
            decision.Applies is { } applies ? _words.Sentence("Applies", desk.Conditions.Of(applies)) : null,
            Policy(decision),
            desk.Note(decision.Note));
        var places = Places(decision, number);
        foreach (var item in decision.Items)
        {
            Item(decision, item, places);
        }

        if (decision.Otherwise is { } otherwise)
        {
            desk.Outline.Item(
                2,
                ReadingNumbers.Join(number, decision.Items.Count + 1),
                desk.Basis.Title(_words.Fill("Otherwise"), otherwise.Cites, null),
                ReadingWords.Sentence(_effects.Of(otherwise.Effect, decision, [])));
        }
    }

    private string Output(OutputSyntax output) => _words.Fill(
        "Field", desk.Symbols.Declared(output.Name, output.Names), desk.Types.Of(output.Type));

    private string Policy(DecisionSyntax decision)
    {
        var policy = _words.Fill(decision.Distinct ? "CollectDistinct" : "Policy" + decision.Policy);
        return decision.Clamp is { } clamp
            ? policy + " " + _words.Fill("Clamp", desk.Values.Of(clamp.Low), desk.Values.Of(clamp.High))
            : policy;
    }

    private static RulePlaces Places(DecisionSyntax decision, string number) => new(
        decision.Items.Select((item, place) => (item, place)).ToDictionary(
            entry => entry.item, entry => ReadingNumbers.Join(number, entry.place + 1)));

    private void Item(DecisionSyntax decision, DecisionItemSyntax item, RulePlaces places)
    {
        if (item is TableSyntax table)
        {
            new TableReader(desk, _effects).Read(table, decision, places);
            return;
        }

        var rule = (RuleSyntax)item;
        var name = _words.Named(rule.Name.Text);
        var title = rule.Parents.Count == 0
            ? _words.Fill("Rule", name)
            : _words.Fill("Exception", name, Parents(rule.Parents, places));
        var versions = rule.Versions.Select(version => Version(decision, rule, version, places));
        if (rule.Versions.Count == 1)
        {
            var only = rule.Versions[0];
            title = desk.Basis.Title(title, only.Cites, only.Period);
        }
        else
        {
            versions = versions.Select((text, place) => Numbered(rule.Versions[place], text, place + 1));
        }

        desk.Outline.Item(2, places.Of(rule), title, [.. versions, desk.Note(rule.Note)]);
    }

    private string Numbered(RuleBodySyntax version, string text, int place) => _words.Sentence(
        "Version", _words.Number(place), desk.Basis.Of(version.Cites, version.Period), text);

    private string Parents(IReadOnlyList<Name> parents, RulePlaces places) =>
        _words.All(parents.Select(parent => _words.Fill(
            "NumberedName", _words.Named(parent.Text), places.Of(parent))));

    private string Version(DecisionSyntax decision, RuleSyntax rule, RuleBodySyntax version, RulePlaces places)
    {
        var lead = Lead(rule, places);
        var condition = version.When is not { } when ? null
            : lead is null ? desk.Conditions.Of(when) : desk.Conditions.Joined(when);
        var effect = _effects.Of(version.Effect, decision, rule.Parents);
        var opening = (lead, condition) switch
        {
            (null, null) => null,
            (null, _) => _words.Fill("When", condition!),
            (_, null) => lead,
            _ => _words.Fill(rule.Regardless ? "RegardlessWhen" : "AndWhen", lead, condition!),
        };
        return ReadingWords.Sentence(opening is null
            ? _words.Fill("Always", effect)
            : Prose.Follow(opening, _words.Fill("Then", effect), 0));
    }

    // An exception lies inside the cases of its parents unless it says that it does not.
    private string? Lead(RuleSyntax rule, RulePlaces places)
    {
        if (rule.Parents.Count == 0)
        {
            return null;
        }

        var isTable = rule.Parents.Any(places.IsTable);
        return _words.Fill((rule.Regardless, rule.Parents.Count, isTable) switch
        {
            (true, _, _) => "Regardless",
            (_, 1, true) => "TableCase",
            (_, 1, _) => "OneCase",
            (_, 2, _) => "BothCases",
            _ => "AllCases",
        });
    }
}
