using CaseFlow.Bench.Storage;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite;
using CaseFlow.Storage.Sqlite.Workflows;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Bench.Workflows;

/// <summary>The floor: the statements of commits of instances and of claims, run in a plain loop.</summary>
internal sealed class BareInstances : BareConnection
{
    private readonly SqliteCommand find;
    private readonly SqliteCommand head;
    private readonly SqliteCommand receiptExists;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand update;
    private readonly SqliteCommand updateListed;
    private readonly SqliteCommand insertReceipt;
    private readonly SqliteCommand burn;
    private readonly SqliteCommand insertBookmark;
    private readonly Dictionary<int, SqliteCommand> insertLines = [];
    private readonly SqliteCommand due;
    private readonly SqliteCommand fence;
    private readonly SqliteCommand lease;

    public BareInstances(string path)
        : base(path)
    {
        find = Prepare(SqliteWorkflowStore.ById, "@id");
        head = Prepare(InstanceSql.Head, "@id");
        receiptExists = Prepare(InstanceSql.ReceiptExists, "@instance", "@key");
        insert = Prepare(
            InstanceSql.Insert, "@version", "@name", "@changed", "@bookmark", "@line", "@state", "@definition",
            "@pinned", "@status", "@correlation", "@id");
        update = Prepare(
            InstanceSql.Update, "@version", "@name", "@changed", "@bookmark", "@line", "@state", "@instance");
        updateListed = Prepare(
            InstanceSql.UpdateListed, "@definition", "@pinned", "@status", "@correlation", "@instance");
        insertReceipt = Prepare(InstanceSql.InsertReceipt, "@instance", "@key");
        burn = Prepare(InstanceSql.Burn, "@instance", "@number");
        insertBookmark = Prepare(
            InstanceSql.InsertBookmark, "@instance", "@number", "@kind", "@key", "@correlation", "@due");
        due = Prepare(SqliteWorkflowQueue.Due, "@now", "@limit");
        fence = Prepare(Fences.Raise);
        lease = Prepare(SqliteWorkflowQueue.Lease, "@until", "@fence", "@instance", "@number");
    }

    /// <summary>One durable commit, after reading the instance where there is one.</summary>
    public void Run(InstanceCommit one)
    {
        if (one.ExpectedVersion > 0)
        {
            ReadRows(find, one.Instance.Id);
        }

        Begin();
        Store(one);
        Commit();
    }

    /// <summary>A claim, durable, of what is due.</summary>
    public int Claim(DateTimeOffset now, int limit)
    {
        Begin();
        var claimed = new List<(long Instance, long Number)>();
        due.Parameters[0].Value = now.UtcTicks;
        due.Parameters[1].Value = limit;
        using (var reader = due.ExecuteReader())
        {
            while (reader.Read())
            {
                claimed.Add((reader.GetInt64(7), reader.GetInt64(1)));
            }
        }

        var next = Scalar(fence);
        foreach (var (instance, number) in claimed)
        {
            Write(lease, now.AddMinutes(1).UtcTicks, next, instance, number);
        }

        Commit();
        return claimed.Count;
    }

    /// <summary>The statements of a commit in whatever transaction there is.</summary>
    public void Store(InstanceCommit one)
    {
        var row = one.Instance;
        var stands = ReadRows(head, row.Id);
        var isNew = one.ExpectedVersion == 0;
        var lines = isNew ? 0 : (long)stands[3];
        var bookmark = one.Waiting.Count > 0 ? one.Waiting[^1].Number : isNew ? 0 : (long)stands[2];
        if (one.Key is not null && !isNew)
        {
            ReadRows(receiptExists, stands[0], one.Key);
        }

        var instance = isNew
            ? Scalar(
                insert, row.Version, row.Name, row.ChangedAt.UtcTicks, bookmark, lines + one.Journal.Count,
                row.State.ToArray(), row.DefinitionId, row.VersionId, row.Status.ToString(), row.CorrelationId, row.Id)
            : stands[0];
        if (!isNew)
        {
            Change(one, instance, stands, bookmark, lines);
        }

        foreach (var waiting in one.Waiting)
        {
            Write(
                insertBookmark, instance, waiting.Number, waiting.Kind, waiting.Key, waiting.CorrelationId,
                waiting.DueAt?.UtcTicks);
        }

        StoreLines(instance, lines, one.Journal);
    }

    private void StoreLines(object? instance, long last, IReadOnlyList<JournalRow> lines)
    {
        for (var written = 0; written < lines.Count;)
        {
            var several = JournalInsert.For(lines.Count - written);
            if (!insertLines.TryGetValue(several.Size, out var command))
            {
                insertLines.Add(several.Size, command = Prepare(several.Text, [.. several.Parameters]));
            }

            List<object?> values = [instance, last + written + 1];
            foreach (var line in lines.Skip(written).Take(several.Size))
            {
                values.AddRange([line.At.UtcTicks, line.NodeId, line.What.ToString(), line.Detail]);
            }

            Write(command, [.. values]);
            written += several.Size;
        }
    }

    private void Change(InstanceCommit one, object? instance, object[] stands, long bookmark, long lines)
    {
        var row = one.Instance;
        if (row.Status.ToString() != (string)stands[6])
        {
            Write(updateListed, row.DefinitionId, row.VersionId, row.Status.ToString(), row.CorrelationId, instance);
        }

        Write(
            update, row.Version, row.Name, row.ChangedAt.UtcTicks, bookmark, lines + one.Journal.Count,
            row.State.ToArray(), instance);
        if (one.Key is not null)
        {
            Write(insertReceipt, instance, one.Key);
        }

        foreach (var number in one.Burnt)
        {
            Write(burn, instance, number);
        }
    }
}
