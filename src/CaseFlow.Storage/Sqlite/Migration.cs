using System.Globalization;
using System.Reflection;

namespace CaseFlow.Storage.Sqlite;

/// <summary>A numbered step of a schema, from the embedded file `0001_name.sql`.</summary>
internal sealed record Migration(int Version, string Name, string Sql)
{
    private const int NumberLength = 4;

    /// <summary>The steps of a schema in order; numbered from 1 without a gap.</summary>
    /// <param name="schema">`Cases` or `Vault`: the folder's name.</param>
    public static IReadOnlyList<Migration> Of(string schema)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"CaseFlow.Storage.Sqlite.Migrations.{schema}.";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(assembly, name, name[prefix.Length..^".sql".Length])),
        ];
    }

    private static Migration Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var version = int.Parse(name[..NumberLength], NumberStyles.None, CultureInfo.InvariantCulture);
        return new Migration(version, name, reader.ReadToEnd());
    }
}
