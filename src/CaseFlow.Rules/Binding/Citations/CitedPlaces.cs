using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Outlines;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Citations;

/// <summary>What citations name inside a law whose outline the pack holds: whether it exists, and when.</summary>
internal static class CitedPlaces
{
    /// <summary>Reports a part that the outline does not list, where it lists anything at that depth.</summary>
    public static void CheckExists(LawSymbol law, LawCitationSyntax cite, DiagnosticBag findings)
    {
        if (law.Outline is not { } outline || cite.Parts.Count == 0)
        {
            return;
        }

        if (LawReference.Of(cite.Parts) is not { } place)
        {
            var text = new Citation(law, cite.Parts, null, false, cite.Span).Text;
            findings.Add(Unknown(law, cite.Span, text, outline.Near.Listed(LawReference.Whole)));
            return;
        }

        if (FirstUnlisted(outline, place) is not { } unlisted)
        {
            return;
        }

        var span = cite.Parts.First(part => part.Kind == unlisted.Last.Kind).Span;
        var finding = Unknown(law, span, law.Name + " " + unlisted, outline.Near.Listed(unlisted.Parent));
        findings.Add(outline.Near.Meant(unlisted) is { } meant
            ? finding with
            {
                DidYouMean = law.Name + " " + meant.Reference,
                Related = [.. finding.Related, new RelatedPlace(meant.Rows[0].Span, meant.Reference.ToString())],
                Fixes = [Fixing.Replace(span, meant.Reference.Last.Reference)],
            }
            : finding);
    }

    /// <summary>The smallest listed part that a citation names; null for a law as a whole or without outline.</summary>
    public static OutlineItem? Of(Citation cite) =>
        cite.Law?.Outline is { } outline && LawReference.Of(cite.Parts) is { } place
            ? place.Path().Select(outline.Find).LastOrDefault(item => item is not null)
            : null;

    /// <summary>The days on which what a citation names is in force.</summary>
    public static IReadOnlyList<LawPeriod> DaysOf(Citation cite)
    {
        IReadOnlyList<LawPeriod> days = [cite.Law!.Period];
        if (cite.Law.Outline is { } outline && Of(cite) is { } item)
        {
            foreach (var part in item.Reference.Path())
            {
                days = LawDays.Common(days, [.. outline.Find(part)!.Rows.Select(row => row.Written)]);
            }
        }

        return days;
    }

    // Where nothing is listed below a part, someone only listed as far as that.
    private static LawReference? FirstUnlisted(LawOutline outline, LawReference place)
    {
        foreach (var part in place.Path())
        {
            if (outline.Find(part) is null)
            {
                return part.Parent.IsWhole || outline.Below(part.Parent).Count > 0 ? part : null;
            }
        }

        return null;
    }

    private static Diagnostic Unknown(LawSymbol law, SourceSpan span, string text, string listed) =>
        DiagnosticBag.Of(RulesCodes.UnknownReference, span, text, listed) with
        {
            Related = [new RelatedPlace(law.Span, law.Name)],
            Law = law.Title,
        };
}
