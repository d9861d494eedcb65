using System.Text;
using System.Text.Unicode;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Outlines;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Binding.Sources;

/// <summary>
/// Reads the outlines of laws: `x.csv`, each file once. An outline with something wrong is left out, so that a row
/// that cannot be read does not make every citation of its article wrong too.
/// </summary>
/// <param name="source">The files.</param>
/// <param name="findings">Takes the findings.</param>
internal sealed class OutlineFiles(IRuleSource source, DiagnosticBag findings)
{
    // A file that is no outline at all would otherwise report every line.
    private const int MaxFindings = 100;

    private readonly Dictionary<string, IReadOnlyList<OutlineRow>?> _read = new(StringComparer.Ordinal);

    /// <summary>The outline of a law; null where something is wrong with it, which is a finding then.</summary>
    /// <param name="law">The law.</param>
    /// <param name="data">The file without its `.csv`.</param>
    public LawOutline? Of(LawSymbol law, string data)
    {
        var file = data + ".csv";
        if (!_read.TryGetValue(file, out var rows))
        {
            _read.Add(file, rows = Rows(law, file));
        }

        return rows is null ? null : new OutlineBuilder(law, findings).Build(file, rows);
    }

    private IReadOnlyList<OutlineRow>? Rows(LawSymbol law, string file)
    {
        if (source.Read(file) is not { } bytes)
        {
            findings.Report(RulesCodes.FileMissing, law.Span, file);
            return null;
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            var valid = ModuleParser.ValidLength(bytes.Span);
            findings.Report(RulesCodes.NotUtf8, PackReader.StartOf(file), Words.Of(valid));
            return null;
        }

        var (rows, wrong) = OutlineReader.Read(file, Encoding.UTF8.GetString(bytes.Span));
        findings.AddRange(wrong.Take(MaxFindings));
        if (wrong.Count > MaxFindings)
        {
            findings.Report(RulesCodes.TooManyFindings, wrong[MaxFindings].Span, Words.Of(MaxFindings));
        }

        return wrong.Count == 0 ? rows : null;
    }
}
