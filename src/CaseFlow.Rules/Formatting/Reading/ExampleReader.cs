using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Examples: cases that the pack must answer as written.</summary>
internal sealed class ExampleReader(ReadingDesk desk)
{
    private readonly ReadingWords _words = desk.Words;

    /// <summary>An example.</summary>
    public void Read(ExampleSyntax example, string number) => desk.Outline.Item(
        1,
        number,
        _words.Fill("Example", example.Title),
        example.Today is { } today ? _words.Sentence("ExampleDay", _words.Day(today)) : null,
        Prose.Parts(_words.Fill("Given"), [.. example.Given.Select(Given)], 0, _words.Language) + ".",
        Prose.Parts(_words.Fill("Expect"), [.. example.Wants.Select(Want)], 0, _words.Language) + ".",
        desk.Note(example.Note));

    private string Given(GivenSyntax given) => given switch
    {
        GivenFact fact => _words.Fill("GivenIs", desk.Symbols.Path(fact.Path), Value(fact.Value)),
        GivenCount count => _words.Fill("GivenCount", desk.Symbols.Path(count.Path), _words.Number(count.Count)),
        _ => "",
    };

    private string Value(GivenValueSyntax value) => value switch
    {
        GivenScalar scalar => desk.Values.Of(scalar.Value),
        GivenList { Items.Count: 0 } => _words.Fill("EmptyList"),
        GivenList list => string.Join("; ", list.Items.Select((item, place) =>
            _words.Fill("ListItem", _words.Number(place + 1), Value(item)))),
        GivenRecord record => record.Fields.Count == 0
            ? _words.Fill("UnknownRecord")
            : string.Join(", ", record.Fields.Select(Given)),
        _ => "",
    };

    private string Want(WantSyntax want) => want switch
    {
        WantValue value => _words.Fill("GivenIs", desk.Symbols.Path(value.Path), desk.Values.Of(value.Value)),
        WantUndecided undecided => _words.Fill("WantUndecided", desk.Symbols.Path(undecided.Path)),
        WantRules rules => _words.Fill(
            "WantRules",
            desk.Symbols.Label(rules.Decision),
            _words.All(rules.Rules.Select(rule => _words.Named(rule.Text)))),
        WantCiting citing => _words.Fill(
            "WantCiting", desk.Symbols.Label(citing.Decision), desk.Basis.Cites([citing.Citation])),
        WantMissing missing => _words.Fill(
            "WantMissing", desk.Symbols.Label(missing.Decision), _words.All(missing.Facts.Select(desk.Symbols.Path))),
        WantConflict conflict => _words.Fill("WantConflict", desk.Symbols.Label(conflict.Decision)),
        _ => "",
    };
}
