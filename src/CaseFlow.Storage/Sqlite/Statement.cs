using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Sqlite;

/// <summary>
/// A prepared statement of one connection, kept and bound anew for every use. Not thread-safe, as its session.
/// </summary>
internal sealed class Statement(SqliteCommand command) : IDisposable
{
    private readonly Dictionary<string, SqliteParameter> parameters = new(StringComparer.Ordinal);

    /// <summary>
    /// Binds a value; null is SQL's NULL. All names must be bound before each use, as values stay from the last.
    /// </summary>
    public Statement Bind(string name, object? value)
    {
        if (!parameters.TryGetValue(name, out var parameter))
        {
            parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
            parameters.Add(name, parameter);
        }

        parameter.Value = value ?? DBNull.Value;
        return this;
    }

    /// <summary>Runs it and says how many rows it wrote.</summary>
    public int Execute() => command.ExecuteNonQuery();

    /// <summary>The first column of the first row; null for no row or NULL.</summary>
    public object? Scalar()
    {
        var value = command.ExecuteScalar();
        return value is DBNull ? null : value;
    }

    /// <summary>Every row, read at once.</summary>
    public List<T> ReadAll<T>(Func<SqliteDataReader, T> row)
    {
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>The first row, or null.</summary>
    public T? ReadFirst<T>(Func<SqliteDataReader, T> row)
        where T : class
    {
        using var reader = command.ExecuteReader();
        return reader.Read() ? row(reader) : null;
    }

    public void Dispose() => command.Dispose();
}
