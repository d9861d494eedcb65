using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Diagrams;

/// <summary>Tells from an instance's journal what each of its activities has come to. Pure.</summary>
public static class InstanceProgress
{
    /// <summary>
    /// The marks of all activities that have begun, in the order in which they began. Where an activity ran several
    /// times, what is still open counts more than what is over.
    /// </summary>
    /// <param name="journal">All lines, in order.</param>
    public static IReadOnlyList<ActivityMark> Of(IEnumerable<JournalRow> journal)
    {
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var line in journal.Where(line => line.NodeId.Length > 0))
        {
            if (!tallies.TryGetValue(line.NodeId, out var tally))
            {
                tallies.Add(line.NodeId, tally = new Tally());
            }

            tally.Add(line);
        }

        return [.. tallies.Select(entry => entry.Value.Mark(entry.Key))];
    }

    /// <summary>How many runs of one activity are where.</summary>
    private sealed class Tally
    {
        private int _open;
        private int _waiting;
        private int _faulted;
        private bool _hasCompleted;
        private string? _wait;
        private string? _fault;

        public void Add(JournalRow line)
        {
            switch (line.What)
            {
                case JournalEvent.Started:
                    _open++;
                    break;
                case JournalEvent.Waiting:
                    (_waiting, _wait) = (_waiting + 1, line.Detail);
                    break;
                case JournalEvent.Resumed:
                    _waiting--;
                    break;
                case JournalEvent.Faulted:
                    (_faulted, _fault) = (_faulted + 1, line.Detail);
                    break;
                case JournalEvent.Retried:
                    _faulted--;
                    break;
                case JournalEvent.Skipped:
                    _faulted--;
                    End();
                    _hasCompleted = true;
                    break;
                case JournalEvent.Completed:
                    End();
                    _hasCompleted = true;
                    break;
                case JournalEvent.Cancelled:
                    End();
                    break;
                case JournalEvent.Printed or JournalEvent.Assigned:
                    break;
            }
        }

        public ActivityMark Mark(string nodeId) =>
            _faulted > 0 ? new ActivityMark(nodeId, ActivityProgress.Faulted, _fault)
            : _waiting > 0 ? new ActivityMark(nodeId, ActivityProgress.Waiting, _wait)
            : _open > 0 ? new ActivityMark(nodeId, ActivityProgress.Running, null)
            : new ActivityMark(nodeId, _hasCompleted ? ActivityProgress.Done : ActivityProgress.Cancelled, null);

        // What is over waits no more and stands in nobody's way.
        private void End()
        {
            _open = Math.Max(0, _open - 1);
            _waiting = Math.Clamp(_waiting, 0, _open);
            _faulted = Math.Clamp(_faulted, 0, _open);
        }
    }
}
