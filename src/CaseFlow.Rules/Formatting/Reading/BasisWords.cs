using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>What an item rests on and when it is in force.</summary>
internal sealed class BasisWords(ReadingWords words, SymbolWords symbols)
{
    /// <summary>`First instance (Art. 28 of the Law …; from 1 July 2012)`.</summary>
    public string Title(string title, IReadOnlyList<CitationSyntax> cites, PeriodSyntax? period)
    {
        var basis = Of(cites, period);
        return basis.Length == 0 ? title : words.Fill("Basis", title, basis);
    }

    /// <summary>The citations and the period; empty where there is neither.</summary>
    public string Of(IReadOnlyList<CitationSyntax> cites, PeriodSyntax? period) =>
        string.Join("; ", new[] { Cites(cites), period is null ? OfLaws(cites) : Written(period) }
            .Where(text => text.Length > 0));

    /// <summary>The citations alone.</summary>
    public string Cites(IReadOnlyList<CitationSyntax> cites) => words.Citations.Of([.. cites.Select(Citation)]);

    /// <summary>A period as written.</summary>
    public string Written(PeriodSyntax period) => period.End is not { } end
        ? words.Fill("From", words.Day(period.From))
        : words.Fill(period.EndInclusive ? "FromThrough" : "FromBefore", words.Day(period.From), words.Day(end));

    // An item without a period of its own is in force while all of the laws that it cites are.
    private string OfLaws(IReadOnlyList<CitationSyntax> cites)
    {
        var laws = cites.OfType<LawCitationSyntax>().Select(cite => symbols.Of(cite.Law)).OfType<LawSymbol>();
        var period = laws.Aggregate(LawPeriod.Always, (common, law) => common.Intersect(law.Period));
        var from = words.Day(period.From);
        return (period.From == DateOnly.MinValue, period.Before) switch
        {
            (true, null) => "",
            (true, { } before) => words.Fill("Before", words.Day(before)),
            (false, null) => words.Fill("From", from),
            (false, { } before) => words.Fill("FromBefore", from, words.Day(before)),
        };
    }

    private Citation Citation(CitationSyntax cite) => cite is LawCitationSyntax written
        ? new Citation(symbols.Of(written.Law) as LawSymbol, written.Parts, null, written.Unverified, written.Span)
        : new Citation(null, [], ((PracticeCitationSyntax)cite).Text, cite.Unverified, cite.Span);
}
