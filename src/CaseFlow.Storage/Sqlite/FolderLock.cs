namespace CaseFlow.Storage.Sqlite;

/// <summary>
/// Keeps other processes off the folder. The lock is the operating system's: it goes with the process, however that
/// ends, so the file that stays behind means nothing.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    // The HRESULTs under which .NET reports a lock held elsewhere: sharing violation on Windows, EWOULDBLOCK on
    // Linux and on macOS.
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMacOs = 35;

    private readonly FileStream held;

    private FolderLock(FileStream held) => this.held = held;

    /// <summary>Makes the folder where needed and locks it.</summary>
    /// <exception cref="StorageException">CF9001 held elsewhere, CF9002 no such path, CF9003 not writable.</exception>
    public static FolderLock Take(SqliteOptions options)
    {
        try
        {
            Directory.CreateDirectory(options.Directory);
            return new FolderLock(new FileStream(
                options.LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (IsHeld(fault))
        {
            throw new StorageException(StorageCodes.HeldByAnotherProcess, [options.LockPath], fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StorageException(StorageCodes.NotWritable, [options.Directory], fault);
        }
        catch (IOException fault)
        {
            throw new StorageException(StorageCodes.CannotOpen, [options.Directory], fault);
        }
    }

    public void Dispose() => held.Dispose();

    private static bool IsHeld(IOException fault) =>
        fault.HResult is SharingViolation or WouldBlockOnLinux or WouldBlockOnMacOs;
}
