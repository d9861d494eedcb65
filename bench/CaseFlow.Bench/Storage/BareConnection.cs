using Microsoft.Data.Sqlite;

namespace CaseFlow.Bench.Storage;

/// <summary>
/// One connection with the product's settings, whose statements are prepared once and run as they are.
/// </summary>
internal abstract class BareConnection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;

    protected BareConnection(string path)
    {
        connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using (var settings = Prepare(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
            + "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384"))
        {
            settings.ExecuteNonQuery();
        }

        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
    }

    public void Dispose() => connection.Dispose();

    public void Begin() => begin.ExecuteNonQuery();

    public void Commit() => commit.ExecuteNonQuery();

    protected SqliteCommand Prepare(string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    protected static void Write(SqliteCommand command, params object?[] values)
    {
        Bind(command, values);
        command.ExecuteNonQuery();
    }

    protected static object? Scalar(SqliteCommand command, params object?[] values)
    {
        Bind(command, values);
        return command.ExecuteScalar();
    }

    /// <summary>Reads every row, and gives the last.</summary>
    protected static object[] ReadRows(SqliteCommand command, params object?[] values)
    {
        Bind(command, values);
        using var reader = command.ExecuteReader();
        var row = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(row);
        }

        return row;
    }

    private static void Bind(SqliteCommand command, object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }
    }
}
