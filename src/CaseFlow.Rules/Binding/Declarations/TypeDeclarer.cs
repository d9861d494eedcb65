using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Declares enums and records. Records get their fields when all types are known.</summary>
internal static class TypeDeclarer
{
    /// <summary>Declares the enums and records of all modules.</summary>
    public static void Declare(PackDeclarations pack, FieldDeclarer fields)
    {
        foreach (var (syntax, _) in pack.All<EnumSyntax>())
        {
            DeclareEnum(syntax, pack);
        }

        foreach (var (syntax, scope) in pack.All<RecordSyntax>())
        {
            var record = new RecordSymbol(syntax.Name.Text, syntax.Name.Span)
            {
                Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
                Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
                Note = syntax.Note,
            };
            pack.Records.Add(new Declared<RecordSyntax, RecordSymbol>(syntax, record, scope));
            pack.Enter(pack.Names.Types, record);
        }

        foreach (var record in pack.Records)
        {
            record.Symbol.Fields = fields.Declare(record.Syntax.Fields, record.Scope);
        }
    }

    private static void DeclareEnum(EnumSyntax syntax, PackDeclarations pack)
    {
        var symbol = new EnumSymbol(syntax.Name.Text, syntax.Name.Span)
        {
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
            Note = syntax.Note,
        };
        symbol.Members = [.. syntax.Members.Select((member, ordinal) => Member(member, ordinal, symbol, pack))];
        var names = new NameIndex<EnumMemberSymbol>();
        foreach (var (member, written) in symbol.Members.Zip(syntax.Members))
        {
            pack.Enter(names, member, Removal(syntax, written, member.Ordinal));
        }

        pack.Enums.Add(symbol);
        pack.Enter(pack.Names.Types, symbol);
    }

    // With the comma before it; the first member is never the second of its name.
    private static TextFix? Removal(EnumSyntax syntax, EnumMemberSyntax member, int place) => place == 0
        ? null
        : Fixing.Remove(Fixing.EndOf(syntax.Members[place - 1].Span).To(member.Span));

    private static EnumMemberSymbol Member(
        EnumMemberSyntax syntax, int ordinal, EnumSymbol owner, PackDeclarations pack) =>
        new(syntax.Name.Text, ordinal, owner, syntax.Name.Span)
        {
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
        };
}
