using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Sqlite;

/// <summary>
/// Brings a file to the program's schema, one transaction for each step, and refuses files that are not ours.
/// </summary>
internal static class Migrator
{
    /// <summary>Marks a file as CaseFlow's: "CFLW" as a number, in SQLite's own header field.</summary>
    private const int ApplicationId = 0x43464C57;

    /// <summary>Applies the steps that the file does not have yet.</summary>
    /// <exception cref="StorageException">CF9006 not ours, CF9007 newer than the program, CF9010 a step
    /// failed.</exception>
    public static void Migrate(SqliteSession session, string path, string schema, DateTimeOffset now)
    {
        var steps = Migration.Of(schema);
        var stands = VersionOf(session, path);
        if (stands > steps.Count)
        {
            throw new StorageException(StorageCodes.NewerThanTheProgram, [path, Text(stands), Text(steps.Count)]);
        }

        foreach (var step in steps.Skip(stands))
        {
            Apply(session, path, step, now);
        }
    }

    private static int VersionOf(SqliteSession session, string path)
    {
        var tables = Number(session, "SELECT COUNT(*) FROM sqlite_master");
        if (tables == 0)
        {
            return 0;
        }

        if (Number(session, "PRAGMA application_id") != ApplicationId)
        {
            throw new StorageException(StorageCodes.NotACaseFlowDatabase, [path]);
        }

        return (int)Number(session, "SELECT COALESCE(MAX(version), 0) FROM schema_version");
    }

    private static void Apply(SqliteSession session, string path, Migration step, DateTimeOffset now)
    {
        session.Begin();
        try
        {
            session.Run(
                "CREATE TABLE IF NOT EXISTS schema_version "
                + "(version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)");
            session.Run("PRAGMA application_id = " + Text(ApplicationId));
            session.Run(step.Sql);
            session.Prepare("INSERT INTO schema_version (version, name, applied_at) VALUES (@version, @name, @at)")
                .Bind("@version", step.Version).Bind("@name", step.Name).Bind("@at", now.UtcTicks).Execute();
            session.Commit();
        }
        catch (SqliteException fault)
        {
            throw new StorageException(
                StorageCodes.MigrationFailed, [path, step.Name], SqliteFaults.Translate(fault, path));
        }
        finally
        {
            session.RollBack();
        }
    }

    private static long Number(SqliteSession session, string sql) => (long)session.Prepare(sql).Scalar()!;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
