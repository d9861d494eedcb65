using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CaseFlow.Engine.Commands;

/// <summary>
/// What the engine tells of itself: kinds of commands and how they came out, never ids, keys, facts or people.
/// </summary>
public static class Telemetry
{
    /// <summary>The name under which activities and measures are found.</summary>
    public const string SourceName = "CaseFlow.Engine";

    private static readonly ActivitySource Activities = new(SourceName);
    private static readonly Meter Measures = new(SourceName);

    private static readonly Counter<long> Commands = Measures.CreateCounter<long>("caseflow.commands");
    private static readonly Histogram<double> Durations =
        Measures.CreateHistogram<double>("caseflow.command.duration", "ms");

    private static readonly Counter<long> PoisonedTimers = Measures.CreateCounter<long>("caseflow.timers.poisoned");
    private static readonly Counter<long> FailedDeliveries = Measures.CreateCounter<long>("caseflow.outbox.failed");

    internal static Measurement Measure(Command command) => new(command.GetType().Name);

    internal static void CountPoisonedTimer() => PoisonedTimers.Add(1);

    internal static void CountFailedDelivery() => FailedDeliveries.Add(1);

    internal sealed class Measurement(string kind) : IDisposable
    {
        private readonly Activity? _activity = Activities.StartActivity(kind);
        private readonly long _start = Stopwatch.GetTimestamp();

        public void End(CommandResult result)
        {
            var status = result.Status.ToString();
            var kindTag = KeyValuePair.Create("kind", (object?)kind);
            var statusTag = KeyValuePair.Create("status", (object?)status);
            Commands.Add(1, kindTag, statusTag);
            Durations.Record(Stopwatch.GetElapsedTime(_start).TotalMilliseconds, kindTag, statusTag);
            _activity?.SetTag("status", status);
        }

        public void Dispose() => _activity?.Dispose();
    }
}
