using System.Globalization;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>A line that says where an instance waits, and why.</summary>
internal static class WaitLine
{
    /// <summary>The line.</summary>
    public static string Of(WaitingView wait, UserTerminal terminal)
    {
        var name = wait.Name is null ? wait.Type : $"{wait.Type} \"{wait.Name}\"";
        var bookmark = wait.Bookmark.ToString(CultureInfo.InvariantCulture);
        return MarkedLine.Shown(terminal.Text("show.wait", bookmark, wait.NodeId, name, wait.Why));
    }
}
