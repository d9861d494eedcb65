using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CaseFlow.Storage.Sqlite;

/// <summary>One open connection with the statements prepared on it. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private const int BusySeconds = 5;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    public SqliteSession(string path, IReadOnlyList<string> settings)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        };
        connection = new SqliteConnection(address.ConnectionString);
        try
        {
            connection.Open();
            foreach (var setting in settings)
            {
                Run(setting);
            }
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>False once SQLite itself has rolled a transaction back (full disk, failed device).</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>The statement of this text, prepared at its first use.</summary>
    public Statement Prepare(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            statement = new Statement(command);
            statements.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>Runs text that is not worth keeping: settings, migrations. May hold several statements.</summary>
    public void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Begin() => Prepare("BEGIN IMMEDIATE").Execute();

    public void Commit() => Prepare("COMMIT").Execute();

    /// <summary>Undoes the transaction, where SQLite has not done so already.</summary>
    public void RollBack()
    {
        if (IsInTransaction)
        {
            Prepare("ROLLBACK").Execute();
        }
    }

    /// <summary>Runs several reads on one state of the database.</summary>
    public T Snapshot<T>(Func<SqliteSession, T> read)
    {
        Prepare("BEGIN").Execute();
        try
        {
            return read(this);
        }
        finally
        {
            RollBack();
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }
}
