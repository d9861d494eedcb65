using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace CaseFlow.Host.Evaluation;

/// <summary>A line of input.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Utf8">Its bytes; empty where it was too long to keep.</param>
/// <param name="IsTooLong">True where it passes <see cref="JsonLines.BytesMax"/>.</param>
internal sealed record InputLine(int Number, ReadOnlyMemory<byte> Utf8, bool IsTooLong);

/// <summary>Reads lines of any file without holding more than one; lines of white space are passed over.</summary>
internal static class JsonLines
{
    /// <summary>The facts of one case need some kilobytes; beyond this a line is a mistake.</summary>
    public const int BytesMax = 1024 * 1024;

    /// <summary>The lines in order.</summary>
    public static async IAsyncEnumerable<InputLine> ReadAsync(
        Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var number = 0;
        var isTooLong = false;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (TakeLine(ref rest, read.IsCompleted, out var line))
            {
                number++;
                if (isTooLong || !IsBlank(line))
                {
                    isTooLong |= line.Length > BytesMax;
                    yield return new InputLine(number, isTooLong ? default : line.ToArray(), isTooLong);
                }

                isTooLong = false;
            }

            // What is too long is let go piece by piece, and told once its end has come.
            isTooLong |= rest.Length > BytesMax;
            reader.AdvanceTo(isTooLong ? rest.End : rest.Start, rest.End);
            if (read.IsCompleted && isTooLong)
            {
                // Its end is the end of the file.
                yield return new InputLine(++number, default, IsTooLong: true);
            }

            if (read.IsCompleted)
            {
                await reader.CompleteAsync();
                yield break;
            }
        }
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        if (!isLast || rest.IsEmpty)
        {
            return false;
        }

        rest = rest.Slice(rest.End);
        return true;
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var piece in line)
        {
            if (piece.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
