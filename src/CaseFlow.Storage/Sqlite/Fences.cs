namespace CaseFlow.Storage.Sqlite;

/// <summary>The number of the next lease; it only rises, for timers and messages alike.</summary>
internal static class Fences
{
    public const string Raise = "UPDATE fences SET last = last + 1 RETURNING last";

    public static long Next(SqliteSession session) => (long)session.Prepare(Raise).Scalar()!;
}
