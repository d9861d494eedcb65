using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CaseFlow.Storage.Sqlite;

/// <summary>Turns SQLite's result codes into the catalogue's.</summary>
internal static class SqliteFaults
{
    public static StorageException Translate(SqliteException fault, string path)
    {
        var code = CodeOf(fault.SqliteErrorCode);
        var number = fault.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture);
        return new StorageException(code, code == StorageCodes.Refused ? [path, number] : [path], fault);
    }

    private static string CodeOf(int result) => result switch
    {
        raw.SQLITE_FULL => StorageCodes.DiskFull,
        raw.SQLITE_READONLY or raw.SQLITE_PERM => StorageCodes.NotWritable,
        raw.SQLITE_CANTOPEN => StorageCodes.CannotOpen,
        raw.SQLITE_IOERR => StorageCodes.DeviceFailed,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StorageCodes.NotACaseFlowDatabase,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageCodes.Busy,
        _ => StorageCodes.Refused,
    };
}
