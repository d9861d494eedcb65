using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Declarations that the language has and this release does not run.</summary>
internal static class Refusals
{
    /// <summary>Reports word lists and checks.</summary>
    public static void Report(PackDeclarations pack)
    {
        foreach (var (syntax, scope) in pack.All<WordsSyntax>())
        {
            Report(syntax, scope);
        }

        foreach (var (syntax, scope) in pack.All<CheckSyntax>())
        {
            Report(syntax, scope);
        }
    }

    private static void Report(DeclarationSyntax syntax, ModuleScope scope) =>
        scope.Findings.Report(RulesCodes.NotSupportedYet, syntax.Span, scope.TextOf(syntax));
}
