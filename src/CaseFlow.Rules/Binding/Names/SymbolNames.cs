using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Names;

/// <summary>The names of an item in other languages, from its syntax.</summary>
internal static class SymbolNames
{
    /// <summary>Aliases by language code.</summary>
    public static IReadOnlyDictionary<string, string> Aliases(NamesSyntax names, DiagnosticBag findings)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var alias in names.Aliases)
        {
            CheckLanguage(alias.Language, alias.Name.Span, findings);
            if (!aliases.TryAdd(alias.Language, alias.Name.Text))
            {
                var first = names.Aliases.First(other => other.Language == alias.Language).Name;
                var written = alias.Language + " " + alias.Name.Text;
                findings.Add(DiagnosticBag.Of(RulesCodes.DuplicateName, alias.Name.Span, written) with
                {
                    Related = [new RelatedPlace(first.Span, first.Text)],
                    Fixes = [Fixing.Remove(alias.Span)],
                });
            }
        }

        return aliases;
    }

    /// <summary>Labels by language code; the first of two stays.</summary>
    public static IReadOnlyDictionary<string, string> Labels(NamesSyntax names, DiagnosticBag findings) =>
        Labels(names.Labels, findings);

    /// <summary>Labels by language code; the first of two stays.</summary>
    public static IReadOnlyDictionary<string, string> Labels(IReadOnlyList<LabelSyntax> written, DiagnosticBag findings)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in written)
        {
            CheckLanguage(label.Language, label.Span, findings);
            if (!labels.TryAdd(label.Language, label.Text))
            {
                findings.Add(DiagnosticBag.Of(RulesCodes.DuplicateName, label.Span, label.Language) with
                {
                    Related = [new RelatedPlace(written.First(IsSame(label)).Span, label.Language)],
                    Fixes = [Fixing.Remove(label.Span)],
                });
            }
        }

        return labels;
    }

    private static Func<LabelSyntax, bool> IsSame(LabelSyntax label) => other => other.Language == label.Language;

    private static void CheckLanguage(string language, SourceSpan span, DiagnosticBag findings)
    {
        if (KeywordTable.Find(language) is null)
        {
            findings.Report(RulesCodes.UnknownNameLanguage, span, language);
        }
    }
}
