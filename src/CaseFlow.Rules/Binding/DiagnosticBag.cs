using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding;

/// <summary>Gathers the findings of all passes.</summary>
internal sealed class DiagnosticBag
{
    // Of more places nobody reads the last, and a pack made to do harm would have them told with every finding.
    private const int MostRelated = 100;

    private readonly List<Diagnostic> _findings = [];

    /// <summary>Whether a finding stops the pack.</summary>
    public bool HasErrors => _findings.Exists(finding => finding.Severity == Severity.Error);

    /// <summary>Whether an error stands inside a stretch of text.</summary>
    public bool HasErrorsIn(SourceSpan span) => _findings.Exists(finding =>
        finding.Severity == Severity.Error
        && finding.Span.File == span.File
        && finding.Span.Start >= span.Start
        && finding.Span.Start < span.End);

    /// <summary>Whether something of this code was found.</summary>
    public bool Has(string code) => _findings.Exists(finding => finding.Code == code);

    /// <summary>Takes one finding.</summary>
    public void Add(Diagnostic finding) => _findings.Add(finding.Related.Count > MostRelated
        ? finding with { Related = [.. finding.Related.Take(MostRelated)] }
        : finding);

    /// <summary>Takes findings of another pass.</summary>
    public void AddRange(IEnumerable<Diagnostic> findings) => _findings.AddRange(findings);

    /// <summary>Reports a finding of the catalogue, with its severity.</summary>
    public void Report(string code, SourceSpan span, params Quoted[] arguments) => Add(Of(code, span, arguments));

    /// <summary>
    /// Reports a name that nothing bears, with the one that was probably meant, which is also the fix.
    /// </summary>
    /// <param name="code">The finding.</param>
    /// <param name="span">The name as written.</param>
    /// <param name="guess">What was meant, and where that stands; null where nothing comes near.</param>
    /// <param name="arguments">What the message quotes.</param>
    public void ReportNear(string code, SourceSpan span, Name? guess, params Quoted[] arguments) =>
        Add(Guessing(code, span, guess?.Text, arguments) with
        {
            Related = guess is null ? [] : [new RelatedPlace(guess.Span, guess.Text)],
        });

    /// <summary>The same of what stands nowhere in the pack.</summary>
    public void ReportGuessing(string code, SourceSpan span, string? guess, params Quoted[] arguments) =>
        Add(Guessing(code, span, guess, arguments));

    /// <summary>Reports a finding with its other culprits.</summary>
    public void ReportWith(
        string code, SourceSpan span, IReadOnlyList<RelatedPlace> related, params Quoted[] arguments) =>
        Add(Of(code, span, arguments) with { Related = related });

    /// <summary>A finding of the catalogue, for those that say more than their message.</summary>
    public static Diagnostic Of(string code, SourceSpan span, params Quoted[] arguments) =>
        new(code, RulesCodes.SeverityOf(code), span, [.. arguments.Select(argument => argument.Text)])
        {
            ArgumentLabels = LabelsOf(arguments),
        };

    private static Diagnostic Guessing(string code, SourceSpan span, string? guess, Quoted[] arguments) =>
        Of(code, span, arguments) with
        {
            DidYouMean = guess,
            Fixes = guess is null || span.Length == 0 ? [] : [Fixing.Replace(span, guess)],
        };

    /// <summary>All findings by file and place; the same finding at the same place stands once.</summary>
    public IReadOnlyList<Diagnostic> InOrder() =>
    [
        .. _findings
            .DistinctBy(finding => (finding.Code, finding.Span, string.Join('\n', finding.Arguments)))
            .OrderBy(finding => finding.Span.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Span.Start)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal),
    ];

    private static Dictionary<int, IReadOnlyDictionary<string, string>> LabelsOf(Quoted[] arguments)
    {
        var labels = new Dictionary<int, IReadOnlyDictionary<string, string>>();
        for (var place = 0; place < arguments.Length; place++)
        {
            if (arguments[place].Labels is { Count: > 0 } known)
            {
                labels.Add(place, known);
            }
        }

        return labels;
    }
}
