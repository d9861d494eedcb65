using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Laws, lists of values, records, facts and word lists.</summary>
internal sealed class VocabularyReader(ReadingDesk desk)
{
    private readonly ReadingWords _words = desk.Words;

    /// <summary>A law in full.</summary>
    public void Law(LawSyntax law, string number)
    {
        var title = _words.Fill("Law", law.Title, law.Name.Text);
        desk.Outline.Item(
            1,
            number,
            law.Unverified ? _words.Fill("Unverified", title) : title,
            [
                law.Period is { } period
                    ? _words.Sentence("InForce", desk.Basis.Written(period))
                    : _words.Sentence("InForceAlways"),
                law.AmendedBy.Count > 0 ? _words.Sentence("AmendedBy", desk.Symbols.Labels(law.AmendedBy)) : null,
                law.OutlineData is { } data ? _words.Sentence("Outline", data + ".csv") : null,
                .. desk.Laws.Of(law),
                desk.Note(law.Note),
            ]);
    }

    /// <summary>A list of values.</summary>
    public void Enum(EnumSyntax syntax, string number)
    {
        var members = syntax.Members.Select(member => Coded(member.Name, member.Names)).ToList();
        desk.Outline.Item(
            1,
            number,
            _words.Fill("Enum", desk.Symbols.Declared(syntax.Name, syntax.Names)),
            desk.Code(SymbolWords.Codes(syntax.Name, syntax.Names)),
            Prose.Parts(_words.Fill("Members"), members, 0, _words.Language) + ".",
            desk.Note(syntax.Note));
    }

    /// <summary>A record.</summary>
    public void Record(RecordSyntax record, string number) =>
        Fields("Record", (record.Name, record.Names, record.Note), record.Fields, number);

    /// <summary>Facts.</summary>
    public void Facts(FactsSyntax facts, string number) =>
        Fields("Facts", (facts.Name, facts.Names, facts.Note), facts.Fields, number);

    /// <summary>A word list.</summary>
    public void Words(WordsSyntax list, string number) => desk.Outline.Item(
        1,
        number,
        _words.Fill("Words", _words.Named(list.Name.Text)),
        ReadingWords.Sentence(string.Join("; ", list.Phrases.Select(_words.Quoted))),
        desk.Note(list.Note));

    /// <summary>A field in words, for what a step must be told.</summary>
    public string Field(FieldSyntax field)
    {
        var text = _words.Fill("Field", desk.Symbols.Declared(field.Name, field.Names), desk.Types.Of(field.Type));
        return field.Ask is { } ask ? _words.Fill("FieldAsked", text, ask) : text;
    }

    /// <summary>What is taken where nobody has told, for the fields that have such a value.</summary>
    public IEnumerable<string> Assumptions(IEnumerable<FieldSyntax> fields) => fields
        .Where(field => field.Assume is not null)
        .Select(field => _words.Sentence(
            "Assumed",
            _words.Quoted(desk.Symbols.Declared(field.Name, field.Names)),
            desk.Values.Of(field.Assume!.Value),
            desk.Basis.Of(field.Assume.Cites, null)));

    private string Coded(Name name, NamesSyntax names) =>
        _words.Fill("Coded", desk.Symbols.Declared(name, names), SymbolWords.Codes(name, names));

    private void Fields(
        string key, (Name Name, NamesSyntax Names, string? Note) head, IReadOnlyList<FieldSyntax> fields, string number)
    {
        desk.Outline.Item(
            1,
            number,
            _words.Fill(key, desk.Symbols.Declared(head.Name, head.Names)),
            [
                desk.Code(SymbolWords.Codes(head.Name, head.Names)),
                .. Assumptions(fields),
                desk.Note(head.Note),
            ]);
        desk.Outline.Table(
            1,
            [.. new[] { "FieldName", "FieldType", "FieldQuestion", "FieldCode" }.Select(head => _words.Fill(head))],
            [.. fields.Select(Row)]);
    }

    private IReadOnlyList<string> Row(FieldSyntax field) =>
    [
        desk.Symbols.Declared(field.Name, field.Names),
        desk.Types.Of(field.Type),
        field.Ask ?? "",
        SymbolWords.Codes(field.Name, field.Names),
    ];
}
