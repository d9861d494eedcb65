using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Workflows.Cases;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Host.Worker;

/// <summary>Publishes the workflows of the current pack: at the start, and right after each activation.</summary>
internal sealed partial class PackWorkflowLoop : WakeableLoop
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private readonly WorkflowEngine _engine;
    private readonly IWorkflowStore _store;
    private readonly PackCatalogue _packs;
    private readonly ILogger _log;
    private int _seen;

    public PackWorkflowLoop(
        WorkflowEngine engine,
        IWorkflowStore store,
        PackCatalogue packs,
        TimeProvider clock,
        ILogger<PackWorkflowLoop> log)
        : base(new Nudge(), clock, log)
    {
        (_engine, _store, _packs, _log) = (engine, store, packs, log);
        packs.Activated += Wake;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _packs.Activated -= Wake;
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async ValueTask<TimeSpan> RunOnceAsync(CancellationToken cancellationToken)
    {
        var active = await _packs.ActiveAsync(cancellationToken);
        if (active.Activation.Number != _seen)
        {
            var becameCurrent = _seen != 0
                || await _packs.StartAsync(cancellationToken) is PackStart.FolderChanged;
            var published = await PackWorkflows.PublishAsync(
                active.Source, _engine, _store, becameCurrent, cancellationToken);
            foreach (var (file, result) in published)
            {
                Tell(file, result);
            }

            _seen = active.Activation.Number;
        }

        return Rest;
    }

    private void Wake(object? sender, EventArgs activated) => Wake();

    private void Tell(string file, PublishResult result)
    {
        if (result.VersionId is { } version)
        {
            LogPublished(_log, file, version, result.Version);
        }

        foreach (var finding in result.Findings.Where(finding => finding.Severity is Severity.Error))
        {
            LogRefused(_log, file, finding.Path, finding.Code);
        }
    }

    [LoggerMessage(
        EventId = 9194,
        Level = LogLevel.Information,
        Message = "Workflow {File} published as {Version}, number {Number}")]
    private static partial void LogPublished(ILogger log, string file, string version, int number);

    [LoggerMessage(
        EventId = 9195,
        Level = LogLevel.Error,
        Message = "CF9195 workflow {File} of the pack cannot be published: {Path} {Code}")]
    private static partial void LogRefused(ILogger log, string file, string path, string code);
}
