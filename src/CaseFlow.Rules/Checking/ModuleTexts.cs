using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>The texts of all modules, for findings to quote.</summary>
internal sealed class ModuleTexts(IReadOnlyList<ModuleScope> scopes)
{
    private readonly Dictionary<string, ModuleScope> _byPath =
        scopes.ToDictionary(scope => scope.Syntax.Path, StringComparer.Ordinal);

    /// <summary>Whether a module holds a declaration that could not be read.</summary>
    public bool HaveUnreadParts => scopes.Any(scope => scope.Syntax.Declarations.Any(item => item is ErrorDeclaration));

    /// <summary>Names the calendar behind an expression, where its module sees only one.</summary>
    public IReadOnlyList<TextFix> OnCalendar(SourceSpan span) => _byPath[span.File].OnCalendar(span);

    /// <summary>The text of a place on one line.</summary>
    public string Of(SourceSpan span) => _byPath[span.File].TextOf(span);
}
