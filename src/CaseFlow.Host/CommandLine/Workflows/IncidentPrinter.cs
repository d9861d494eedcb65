using System.Globalization;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>Writes incidents, each with its help.</summary>
internal static class IncidentPrinter
{
    /// <summary>Writes them as lines.</summary>
    public static void Print(IEnumerable<IncidentView> incidents, UserTerminal terminal)
    {
        foreach (var incident in incidents)
        {
            var state = incident.ResolvedAt is { } resolved
                ? terminal.Text("incident.resolved", WaitWords.Moment(resolved))
                : terminal.Text("incident.open");
            terminal.Out.WriteLine(MarkedLine.Shown(terminal.Text(
                "incident.line",
                incident.Number.ToString(CultureInfo.InvariantCulture),
                incident.InstanceId,
                WaitWords.Moment(incident.At),
                state,
                incident.NodeId,
                incident.Type)));
            terminal.Out.WriteLine(MarkedLine.Shown($"  {incident.Code}: {incident.Message}"));
            terminal.Out.WriteLine(MarkedLine.Shown($"  {terminal.Text("HelpWord")}: {incident.Help}"));
        }
    }
}
