using CaseFlow.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>A folder for one test's files, removed after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-storage-");

    public string Path => folder.FullName;

    public SqliteOptions Options => new() { Directory = Path };

    public SqliteStorage Open() => SqliteStorage.Open(Options, TimeProvider.System);

    /// <summary>The first column of every row that a SELECT of the case file gives, asked past the product.</summary>
    public List<object> Ask(string sql)
    {
        using var connection = Connect(Options.CasesPath);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<object>();
        while (reader.Read())
        {
            values.Add(reader.GetValue(0));
        }

        return values;
    }

    public static void Run(string path, string sql)
    {
        using var connection = Connect(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static SqliteConnection Connect(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
