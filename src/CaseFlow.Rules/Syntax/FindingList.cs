using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax;

/// <summary>Collects the findings of one module, up to a limit.</summary>
internal sealed class FindingList
{
    private readonly List<Diagnostic> _findings = [];
    private bool _full;

    public void Add(string code, SourceSpan span, params IReadOnlyList<string> arguments) =>
        Add(new Diagnostic(code, RulesCodes.SeverityOf(code), span, arguments));

    public void Add(Diagnostic finding)
    {
        if (_findings.Count < ParserLimits.MaxFindings)
        {
            _findings.Add(finding);
            return;
        }

        if (_full)
        {
            return;
        }

        _full = true;
        _findings.Add(new Diagnostic(
            RulesCodes.TooManyFindings, Severity.Error, finding.Span, [Words.Of(ParserLimits.MaxFindings)]));
    }

    /// <summary>Says more of a finding taken before, once more is known.</summary>
    public void Amend(Diagnostic finding, Diagnostic amended)
    {
        var place = _findings.FindLastIndex(other => ReferenceEquals(other, finding));
        if (place >= 0)
        {
            _findings[place] = amended;
        }
    }

    /// <summary>All findings in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> InSourceOrder() => [.. _findings.OrderBy(finding => finding.Span.Start)];
}
