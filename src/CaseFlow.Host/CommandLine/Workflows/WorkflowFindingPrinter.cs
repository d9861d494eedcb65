using System.Text.Json.Nodes;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Host.Packs;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>
/// Writes what was found in a definition, to the error stream unless told otherwise, as
/// `file:place: severity CF####: message` with its help.
/// </summary>
internal sealed class WorkflowFindingPrinter(UserTerminal terminal, string file, TextWriter? to = null)
{
    private readonly TextWriter _to = to ?? terminal.Error;

    /// <summary>Writes all of them.</summary>
    public void Print(IEnumerable<WorkflowFinding> findings)
    {
        foreach (var finding in findings)
        {
            Print(finding);
        }
    }

    private void Print(WorkflowFinding finding)
    {
        var severity = FindingJson.Word(finding.Severity);
        var message = finding.Message(terminal.Culture);
        var help = finding.Help(terminal.Culture);
        if (terminal.Json)
        {
            _to.WriteLine(new JsonObject
            {
                ["file"] = file,
                ["path"] = finding.Path,
                ["severity"] = severity,
                ["code"] = finding.Code,
                ["message"] = message,
                ["help"] = help,
            }.ToJsonString(UserTerminal.JsonOptions));
            return;
        }

        var place = finding.Path.Length == 0 ? file : $"{file}:{finding.Path}";
        _to.WriteLine(MarkedLine.Shown($"{place}: {severity} {finding.Code}: {message}"));
        if (help.Length > 0)
        {
            _to.WriteLine($"  {terminal.Text("HelpWord")}: {MarkedLine.Shown(help)}");
        }
    }
}
