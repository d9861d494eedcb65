using CaseFlow.Conformance;
using CaseFlow.Conformance.Workflows;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Storage.Committer;

/// <summary>The small database that is kept of every released schema, with something in every table.</summary>
public static class ReleasedDatabase
{
    public static readonly CaseId Case = Sample.Id(1);

    public static readonly PetitionerReference Petitioner = new("P7K2M9Q4R8T3W6X5");

    public static readonly PetitionerIdentity Identity = new("Người Thử Nghiệm", "Số 1, phố Thử", null, null);

    public static readonly ArchivedPack Pack = new(
        "pack1",
        "vietnam-petitions",
        "1.0.0",
        new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["facts.cfr"] = "module facts\n"u8.ToArray() });

    /// <summary>What the case's first and only commit held.</summary>
    public static readonly CaseCommit Commit = Sample.Commit(Case, "released-1") with
    {
        Deadlines = [Sample.Deadline(Case, 1)],
        Timers = [new TimerRow(Case, "breach/1", Sample.Start.AddDays(9).AddTicks(3))],
        Escalations = [new EscalationRow(Case, 1, "overdue", "late", 1, Sample.Start)],
        Outbox = [Sample.Message(Case, 1, 1, Sample.Start)],
        Petitioners = [Petitioner],
    };

    /// <summary>A published version of a workflow, with a trigger.</summary>
    public static readonly DefinitionRow Definition = WorkflowSample.Definition("intake", 1);

    public static readonly TriggerRow Trigger =
        WorkflowSample.Trigger(Definition, "daily", "day", Sample.Start.AddDays(1));

    /// <summary>What the first and only commit of its instance held: a task of the case, and a timer.</summary>
    public static readonly InstanceCommit Instance = WorkflowSample.Commit("released-instance") with
    {
        Key = "start/released",
        Waiting =
        [
            WorkflowSample.Waiting("released-instance", 1, "officer") with { Kind = BookmarkKinds.Human },
            WorkflowSample.Timer("released-instance", 2, Sample.Start.AddHours(1)),
        ],
        Journal = [WorkflowSample.Line("opened")],
        Incidents = [WorkflowSample.Incident("released-instance", 1)],
        Tasks =
        [
            WorkflowSample.Task("released-instance", 1, new DateOnly(2026, 7, 15)) with { CaseId = Case.ToString() },
        ],
    };

    public static async Task WriteAsync(string version, string folder)
    {
        var work = Directory.CreateTempSubdirectory("caseflow-released-");
        var options = new SqliteOptions { Directory = work.FullName };
        using (var storage = SqliteStorage.Open(options, TimeProvider.System))
        {
            await storage.Vault.StoreAsync(Petitioner, Identity, default);
            await storage.Packs.SaveAsync(Pack, default);
            await storage.Cases.CommitAsync(Commit, default);
            await storage.Workflows.PublishAsync(Definition, [Trigger], default);
            await storage.Workflows.CommitAsync(Instance, default);
        }

        File.Copy(options.CasesPath, Path.Combine(folder, version + ".db"));
        File.Copy(options.VaultPath, Path.Combine(folder, version + ".vault.db"));
        work.Delete(recursive: true);
    }
}
