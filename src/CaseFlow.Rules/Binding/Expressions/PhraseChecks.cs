using System.Text.RegularExpressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>
/// CF2120: a phrase that no text can mention. CF5301: one that many words fold to. A single Vietnamese syllable without
/// its marks stands for all that differ by marks alone ("dat": đất, đạt, đặt, dắt); two syllables together hardly ever
/// do, and a word that is no Vietnamese syllable stands for itself.
/// </summary>
internal static partial class PhraseChecks
{
    /// <summary>Checks a phrase that is looked for.</summary>
    /// <param name="phrase">As written.</param>
    /// <param name="span">Where it stands.</param>
    /// <param name="exactly">Whether its marks count.</param>
    /// <param name="findings">Takes the findings.</param>
    /// <param name="fixes">What would mend an ambiguous one.</param>
    public static void Check(
        string phrase, SourceSpan span, bool exactly, DiagnosticBag findings, params IReadOnlyList<TextFix> fixes)
    {
        if (IsEmpty(phrase))
        {
            findings.Report(RulesCodes.EmptyPhrase, span, phrase);
        }
        else if (!exactly)
        {
            CheckFolded(TextFolding.Fold(phrase), span, findings, fixes);
        }
    }

    private static bool IsEmpty(string phrase) => TextFolding.Fold(phrase).Length == 0;

    private static void CheckFolded(
        string folded, SourceSpan span, DiagnosticBag findings, IReadOnlyList<TextFix> fixes)
    {
        if (Syllable().IsMatch(folded))
        {
            findings.Add(DiagnosticBag.Of(RulesCodes.FoldedWordAmbiguous, span, folded) with { Fixes = fixes });
        }
    }

    // Onset, vowels, coda of Vietnamese spelling without its marks.
    [GeneratedRegex(
        "^(b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?[aeiouy]{1,3}(ch|c|m|ng|nh|n|p|t)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Syllable();
}
