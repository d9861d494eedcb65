using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax.Tree;

/// <summary>A node of the tree that the parser makes. Immutable; every node knows its place in the text.</summary>
public abstract record SyntaxNode(SourceSpan Span);

/// <summary>A name as written, NFC, without backticks.</summary>
public sealed record Name(string Text, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`petitions.facts`.</summary>
public sealed record QualifiedName(IReadOnlyList<Name> Parts, SourceSpan Span) : SyntaxNode(Span)
{
    /// <summary>The parts joined by dots.</summary>
    public string Text => string.Join('.', Parts.Select(part => part.Text));
}

/// <summary>One module: a `.cfr` file.</summary>
/// <param name="Path">Path relative to the pack.</param>
/// <param name="Language">`en` or `vi`: the surface the file is written in.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Imports">In order.</param>
/// <param name="Declarations">In order; one that could not be read is an <see cref="ErrorDeclaration"/>.</param>
/// <param name="Span">The whole text.</param>
public sealed record ModuleSyntax(
    string Path,
    string Language,
    QualifiedName Module,
    IReadOnlyList<ImportSyntax> Imports,
    IReadOnlyList<DeclarationSyntax> Declarations,
    SourceSpan Span) : SyntaxNode(Span);

/// <summary>`import petitions.facts as f`.</summary>
public sealed record ImportSyntax(QualifiedName Module, Name? Alias, SourceSpan Span) : SyntaxNode(Span);

/// <summary>Anything that stands at the top of a module.</summary>
public abstract record DeclarationSyntax(SourceSpan Span) : SyntaxNode(Span)
{
    /// <summary>The comment directly above, without `#`; shown in traces.</summary>
    public string? Note { get; init; }
}

/// <summary>
/// Text that could not be read as a declaration; later passes pass over it, so that one fault is reported once.
/// </summary>
public sealed record ErrorDeclaration(SourceSpan Span) : DeclarationSyntax(Span)
{
    /// <summary>Its name where that could be read: a use of this name elsewhere is no further fault.</summary>
    public Name? Name { get; init; }
}

/// <summary>The names of an item in other languages: `alias vi loại_đơn`, `label vi "Loại đơn"`.</summary>
public sealed record NamesSyntax(IReadOnlyList<AliasSyntax> Aliases, IReadOnlyList<LabelSyntax> Labels)
{
    /// <summary>No alias and no label.</summary>
    public static NamesSyntax None { get; } = new([], []);
}

/// <summary>`alias vi loại_đơn`.</summary>
public sealed record AliasSyntax(string Language, Name Name, SourceSpan Span);

/// <summary>`label vi "Loại đơn"`.</summary>
public sealed record LabelSyntax(string Language, string Text, SourceSpan Span);
