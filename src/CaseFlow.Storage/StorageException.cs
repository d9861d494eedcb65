using System.Globalization;

namespace CaseFlow.Storage;

/// <summary>
/// The store cannot do what was asked: path, disk, lock or file. What was asked is not half done; after
/// <see cref="StorageCodes.DeviceFailed"/> the same command with the same key finds out whether it was done at all.
/// </summary>
#pragma warning disable RCS1194 // One without a code would tell nobody anything.
public sealed class StorageException : Exception
#pragma warning restore RCS1194
{
    /// <summary>Makes one of a code with what its message quotes: paths and numbers, never stored values.</summary>
    public StorageException(string code, IReadOnlyList<string> arguments, Exception? cause = null)
        : base(StorageMessages.Message(code, CultureInfo.InvariantCulture, arguments), cause)
    {
        Code = code;
        Arguments = arguments;
    }

    /// <summary>One of <see cref="StorageCodes"/>.</summary>
    public string Code { get; }

    /// <summary>What the message quotes.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>What went wrong, in the culture's language (vi or en).</summary>
    public string Describe(CultureInfo culture) => StorageMessages.Message(Code, culture, Arguments);

    /// <summary>What to do about it, in the culture's language (vi or en).</summary>
    public string Help(CultureInfo culture) => StorageMessages.Help(Code, culture, Arguments);
}
