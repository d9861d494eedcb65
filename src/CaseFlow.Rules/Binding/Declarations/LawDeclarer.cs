using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Sources;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Declares laws.</summary>
internal static class LawDeclarer
{
    /// <summary>Declares the laws of all modules, reads what stands in them, and looks for those that amend
    /// them.</summary>
    public static void Declare(PackDeclarations pack, IRuleSource source)
    {
        var outlines = new OutlineFiles(source, pack.Findings);
        foreach (var (syntax, scope) in pack.All<LawSyntax>())
        {
            var law = Symbol(syntax, pack.Findings);
            pack.Laws.Add(new Declared<LawSyntax, LawSymbol>(syntax, law, scope));
            pack.Enter(pack.Names.Laws, law);
            law.Outline = syntax.OutlineData is { } data ? outlines.Of(law, data) : null;
        }

        foreach (var (syntax, scope) in pack.All<LawSyntax>())
        {
            foreach (var amending in syntax.AmendedBy)
            {
                scope.Resolve(pack.Names.Laws, amending, RulesCodes.UnknownLaw);
            }
        }
    }

    private static LawSymbol Symbol(LawSyntax syntax, DiagnosticBag findings)
    {
        var period = syntax.Period is { } written ? PeriodBinder.Written(written, findings) : LawPeriod.Always;
        return new LawSymbol(syntax.Name.Text, syntax.Title, period, syntax.Name.Span)
        {
            AmendedBy = [.. syntax.AmendedBy.Select(law => law.Text)],
            Unverified = syntax.Unverified,
            Note = syntax.Note,
        };
    }
}
