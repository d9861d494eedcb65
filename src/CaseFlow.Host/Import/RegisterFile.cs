using System.Globalization;
using System.Text;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CsvHelper;

namespace CaseFlow.Host.Import;

/// <summary>A row as it stands in the file.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Cells">Its cells, or null where their number is not the header's.</param>
/// <param name="Count">How many cells it has.</param>
/// <param name="First">Its cells as far as they could be told apart.</param>
internal sealed record FileRow(int Line, IReadOnlyList<string>? Cells, int Count, IReadOnlyList<string> First);

/// <summary>The CSV file of a register: UTF-8, the first line names the columns.</summary>
internal sealed class RegisterFile
{
    /// <summary>No row of a register is a book; beyond this a quote was left open.</summary>
    public const int RowBytesMax = 1024 * 1024;

    private RegisterFile(string path, IReadOnlyList<string> columns, IReadOnlyList<FileRow> rows) =>
        (Path, Columns, Rows) = (path, columns, rows);

    /// <summary>As the user named it.</summary>
    public string Path { get; }

    /// <summary>Names of the columns in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>All rows after the header.</summary>
    public IReadOnlyList<FileRow> Rows { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="HostErrorException">It cannot be read, is no CSV in UTF-8, or holds no rows.</exception>
    public static RegisterFile Read(string path)
    {
        try
        {
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Read(path, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
            or DecoderFallbackException or CsvFormatException)
        {
            throw new HostErrorException(
                new HostError(HostCodes.FileNotFound, path, Reasons.Of(exception)), ExitCode.Usage, exception);
        }
    }

    private static RegisterFile Read(string path, TextReader text)
    {
        var malformed = new List<CsvMalformedRecord>();
        var options = new CsvReaderOptions
        {
            FormatProvider = CultureInfo.InvariantCulture,
            IncludeValuesInExceptions = false,
            MaxRecordSize = RowBytesMax,
            OnMalformedRecord = malformed.Add,
            TrackLineNumbers = true,
        };
        using var reader = CsvReader.Create(text, options);
        var columns = reader.Headers.ToArray();
        var rows = new List<FileRow>();
        while (reader.Read())
        {
            var line = checked((int)reader.LineNumber);
            var cells = reader.Current.ToArray();
            rows.Add(new FileRow(line, cells.Length == columns.Length ? cells : null, cells.Length, cells));
        }

        RefuseBrokenQuotes(path, malformed);
        return rows.Count > 0
            ? new RegisterFile(path, columns, rows)
            : throw new HostErrorException(new HostError(HostCodes.EmptyRegister, path), ExitCode.Usage);
    }

    // A quote in the wrong place may have swallowed rows of other cases, which would then be half-imported.
    private static void RefuseBrokenQuotes(string path, List<CsvMalformedRecord> malformed)
    {
        if (malformed.Count > 0)
        {
            var line = malformed[0].LineNumber.ToString(CultureInfo.InvariantCulture);
            throw new HostErrorException(new HostError(HostCodes.BrokenQuote, path, line), ExitCode.Usage);
        }
    }
}
