using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>Gathers what the analysis finds.</summary>
internal sealed class FindingList
{
    private readonly List<AnalysisFinding> _findings = [];

    /// <summary>True once something was left unlooked at or untold.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Takes a finding of the catalogue.</summary>
    public void Add(string code, SourceSpan span, params string[] arguments) =>
        Add(new Diagnostic(code, RulesCodes.SeverityOf(code), span, arguments), null);

    /// <summary>Takes a finding with the case that shows it.</summary>
    public void Add(Diagnostic finding, Witness? witness) => _findings.Add(new AnalysisFinding(finding, witness));

    /// <summary>Says that the analysis of something stopped, or that not all was told.</summary>
    public void AddCut(string code, SourceSpan span, params string[] arguments)
    {
        IsCutShort = true;
        Add(code, span, arguments);
    }

    /// <summary>All findings by file and place; the same finding at the same place stands once.</summary>
    public IReadOnlyList<AnalysisFinding> InOrder() =>
    [
        .. _findings
            .DistinctBy(finding =>
                (finding.Diagnostic.Code, finding.Diagnostic.Span, string.Join('\n', finding.Diagnostic.Arguments)))
            .OrderBy(finding => finding.Diagnostic.Span.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Diagnostic.Span.Start)
            .ThenBy(finding => finding.Diagnostic.Code, StringComparer.Ordinal),
    ];
}
