using System.Globalization;
using System.Reflection;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Bench.Workflows;

/// <summary>
/// The engine resumes instances on SQLite, each durably, with journal and state, against the bare loop of the very same
/// commits.
/// </summary>
internal static class ResumeBenchmark
{
    private const int Instances = 64;
    private const int RoundsCounted = 9;

    private static readonly DateTimeOffset Now = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-bench-");
        try
        {
            await MeasureAsync(folder.FullName, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, TextWriter output)
    {
        var commits = await RecordAsync();
        var bareFiles = Files(folder, "bare");
        SqliteStorage.Open(bareFiles, TimeProvider.System).Dispose();
        using var bare = new BareInstances(bareFiles.CasesPath);
        commits.Take(Instances).ToList().ForEach(bare.Run);
        using var alone = SqliteStorage.Open(Files(folder, "alone"), TimeProvider.System);
        using var together = SqliteStorage.Open(Files(folder, "together"), TimeProvider.System);
        var (one, all) = (await BegunAsync(alone), await BegunAsync(together));
        var (bareRound, oneRound, allRound) = (0, 0, 0);
        var medians = await Rounds.MediansAsync(
            RoundsCounted,
            () => RunBare(bare, commits, ++bareRound),
            () => ResumeAsync(one, ++oneRound, atOnce: false),
            () => ResumeAsync(all, ++allRound, atOnce: true));
        string[] names = ["bare loop, one by one", "engine, one by one", $"engine, {Instances} at once"];
        foreach (var (name, time) in names.Zip(medians))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-28} {Instances / time.TotalSeconds,8:0} resumes/s   ratio {medians[0] / time:0.00}"));
        }
    }

    private static Task RunBare(BareInstances bare, List<InstanceCommit> commits, int round)
    {
        commits.Skip(round * Instances).Take(Instances).ToList().ForEach(bare.Run);
        return Task.CompletedTask;
    }

    private static async Task ResumeAsync(WorkflowEngine engine, int round, bool atOnce)
    {
        var resumes = Enumerable.Range(0, Instances).Select(index => (Func<Task>)(async () =>
        {
            var id = WorkflowIds.OfInstance(KeyOf(index));
            var resumed = await engine.ResumeAsync(id, round, null, default);
            if (resumed.Status != WorkflowCommandStatus.Accepted)
            {
                throw new InvalidOperationException("the instance did not wait");
            }
        }));
        if (atOnce)
        {
            await Task.WhenAll(resumes.Select(Task.Run));
            return;
        }

        foreach (var resume in resumes)
        {
            await resume();
        }
    }

    /// <summary>What an engine commits in all rounds, made once in memory.</summary>
    private static async Task<List<InstanceCommit>> RecordAsync()
    {
        var memory = new InMemoryWorkflowStore(new InMemoryCaseStore());
        var recorder = DispatchProxy.Create<IWorkflowStore, CommitRecorder>();
        ((CommitRecorder)recorder).Inner = memory;
        var engine = EngineOn(recorder, memory);
        await BeginAsync(engine);
        for (var round = 1; round <= RoundsCounted + 1; round++)
        {
            await ResumeAsync(engine, round, atOnce: false);
        }

        return ((CommitRecorder)recorder).Commits;
    }

    private static async Task<WorkflowEngine> BegunAsync(SqliteStorage storage)
    {
        var engine = EngineOn(storage.Workflows, storage.Inbox);
        await BeginAsync(engine);
        return engine;
    }

    private static async Task BeginAsync(WorkflowEngine engine)
    {
        await engine.PublishAsync(Definitions.WaitingForEver, "loop", default);
        for (var index = 0; index < Instances; index++)
        {
            await engine.StartAsync(new StartWorkflow(KeyOf(index), "loop"), default);
        }
    }

    private static WorkflowEngine EngineOn(IWorkflowStore store, ITaskInbox inbox) =>
        new(store, inbox, WorkflowFeatures.Plain, new SkippingTimeProvider(Now));

    private static string KeyOf(int index) => string.Create(CultureInfo.InvariantCulture, $"loop{index}");

    private static SqliteOptions Files(string folder, string name) => new() { Directory = Path.Combine(folder, name) };
}

/// <summary>Keeps every commit that an engine makes, in order, so that others can write the very same.</summary>
internal class CommitRecorder : DispatchProxy
{
    public IWorkflowStore Inner { get; set; } = null!;

    public List<InstanceCommit> Commits { get; } = [];

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is [InstanceCommit commit, ..])
        {
            Commits.Add(commit);
        }

        return targetMethod!.Invoke(Inner, args);
    }
}
