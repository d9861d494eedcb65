using System.Globalization;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Diagnostics;

/// <summary>
/// Collects what is found in a definition, up to a limit, and says how many more there are. Errors are not crowded out
/// by warnings, and what findings quote is of a length that a person reads.
/// </summary>
internal sealed class FindingList
{
    /// <summary>
    /// How many errors are told, and as many warnings: more are not mended by reading them one by one.
    /// </summary>
    public const int Most = 500;

    /// <summary>
    /// The longest path that is told, in signs; of a longer one the middle is left out. A path two hundred deep has
    /// some three thousand signs, one that a person drew some hundred.
    /// </summary>
    public const int LongestPath = 400;

    /// <summary>The longest text that a finding quotes, in signs.</summary>
    public const int LongestQuote = 200;

    private readonly List<WorkflowFinding> _findings = [];
    private int _errors;
    private int _warnings;

    /// <summary>Whether one of them is an error, told or not.</summary>
    public bool HasErrors => _errors > 0;

    /// <summary>All that are told, in order, and how many are not.</summary>
    public IReadOnlyList<WorkflowFinding> All
    {
        get
        {
            var more = Math.Max(0, _errors - Most) + Math.Max(0, _warnings - Most);
            return more == 0 ? _findings :
            [
                .. _findings,
                new WorkflowFinding(
                    WorkflowCodes.TooManyFindings, _errors > Most ? Severity.Error : Severity.Warning, "",
                    [more.ToString(CultureInfo.InvariantCulture)]),
            ];
        }
    }

    public void Add(WorkflowFinding finding)
    {
        var count = finding.Severity == Severity.Error ? ++_errors : ++_warnings;
        if (count <= Most)
        {
            _findings.Add(finding with
            {
                Path = Shortened(finding.Path, LongestPath),
                Arguments = [.. finding.Arguments.Select(argument => Shortened(argument, LongestQuote))],
            });
        }
    }

    public void AddRange(IEnumerable<WorkflowFinding> findings)
    {
        foreach (var finding in findings)
        {
            Add(finding);
        }
    }

    /// <summary>Whether something of a code was told of a place, or of what is below it.</summary>
    public bool Tells(string code, string path) =>
        _findings.Exists(found => found.Code == code && found.Path.StartsWith(path, StringComparison.Ordinal));

    /// <summary>A text, or its beginning and its end.</summary>
    public static string Shortened(string text, int longest) => text.Length <= longest
        ? text
        : string.Concat(text.AsSpan(0, longest / 3), "…", text.AsSpan(text.Length - (longest / 2)));
}
