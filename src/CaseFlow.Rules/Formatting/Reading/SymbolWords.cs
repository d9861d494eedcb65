using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>
/// What people call the things that a text names; what has no label is told with the number of its item.
/// </summary>
internal sealed class SymbolWords(ReadingWords words, NameMeanings meanings, ReadingNumbers numbers)
{
    private readonly Stack<string> _variables = new();

    /// <summary>What a name means, or null.</summary>
    public Symbol? Of(Name name) => meanings.Of(name);

    /// <summary>The label of what a name means; the name itself where nothing is known of it.</summary>
    public string Label(Name name) => meanings.Of(name) switch
    {
        null => words.Named(name.Text),
        LawSymbol law => law.Title,
        DecisionSymbol decision => Numbered(decision),
        BoundDeadline or BoundState or EnumSymbol or RecordSymbol => words.Quoted(
            meanings.Of(name)!.LabelIn(words.Language)),
        { } symbol => words.Label(symbol),
    };

    /// <summary>The labels of several names.</summary>
    public string Labels(IEnumerable<Name> names) => words.All(names.Select(Label));

    /// <summary>The label that a declaration gives itself in this language, else its name.</summary>
    public string Declared(Name name, NamesSyntax names)
    {
        var label = names.Labels.FirstOrDefault(label => label.Language == words.Language)?.Text;
        var alias = names.Aliases.FirstOrDefault(alias => alias.Language == words.Language)?.Name.Text;
        return label ?? (alias ?? name.Text).Replace('_', ' ');
    }

    /// <summary>Every name by which a declaration can be called in rules: `instance, lần`.</summary>
    public static string Codes(Name name, NamesSyntax names) =>
        string.Join(", ", names.Aliases.Select(alias => alias.Name.Text).Prepend(name.Text));

    /// <summary>Reads something inside a quantifier, whose variable needs no name there.</summary>
    public T Inside<T>(Name variable, Func<T> read)
    {
        _variables.Push(variable.Text);
        var result = read();
        _variables.Pop();
        return result;
    }

    /// <summary>What people call the value of a path.</summary>
    public string Path(PathExpression path)
    {
        var parts = path.Parts;
        var symbol = Last(path);
        return symbol switch
        {
            null when parts.Count == 1 && _variables.Contains(parts[0].Text) => words.Fill("ThatOne"),
            null => CasePath(path) ?? words.Named(path.Text),
            DefinitionSymbol or ParameterSymbol or DecisionSymbol => Numbered(symbol),
            EnumMemberSymbol member => words.Quoted(member.LabelIn(words.Language)),
            OutputSymbol output => Output(output, parts),
            BoundDeadline deadline => words.Fill("CaseDue", words.Quoted(deadline.LabelIn(words.Language))),
            BoundState state => words.Quoted(state.LabelIn(words.Language)),
            FieldSymbol field => Field(field, parts),
            _ => words.Label(symbol),
        };
    }

    /// <summary>The kind of value that a path stands for; null where it is none of the pack's.</summary>
    public TypeKind? KindOf(PathExpression path) => Last(path) switch
    {
        FieldSymbol field => field.Type.Kind,
        ParameterSymbol parameter => parameter.Type.Kind,
        DefinitionSymbol definition => definition.Type.Kind,
        OutputSymbol output => output.ResultType.Kind,
        EnumMemberSymbol => TypeKind.Enum,
        BoundDeadline => TypeKind.Date,
        _ => path.Text == "case.opened_on" ? TypeKind.Date : null,
    };

    /// <summary>A definition, parameter, decision or word list, and the number of the item that states it.</summary>
    public string Numbered(Symbol symbol) => words.Fill(
        "NumberedName", words.Quoted(symbol.LabelIn(words.Language)), numbers.Of(symbol.Span));

    /// <summary>The symbol at the end of a path.</summary>
    public Symbol? Last(PathExpression path) => path.Parts.Count == 0 ? null : meanings.Of(path.Parts[^1]);

    private string Output(OutputSymbol output, IReadOnlyList<Name> parts) =>
        parts.Count > 1 && meanings.Of(parts[^2]) is DecisionSymbol decision
            ? words.Fill("OutputOf", words.Label(output), Numbered(decision))
            : words.Label(output);

    // `petition.address.street` is the street of the address; of a variable only the field is told.
    private string Field(FieldSymbol field, IReadOnlyList<Name> parts) =>
        parts.Count > 1 && meanings.Of(parts[^2]) is FieldSymbol owner
            ? words.Fill("FieldOf", words.Label(field), words.Label(owner))
            : words.Label(field);

    private string? CasePath(PathExpression path) => path.Text switch
    {
        "case.state" => words.Fill("CaseState"),
        "case.opened_on" => words.Fill("CaseOpenedOn"),
        "case.parent" => words.Fill("CaseParent"),
        "case.holder" => words.Fill("CaseHolder"),
        "case.agency" => words.Fill("CaseAgency"),
        _ => null,
    };
}
