using System.Buffers;
using System.Globalization;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Input;

namespace CaseFlow.Host.Web;

/// <summary>
/// Reads the body of a command: bounded, declared as JSON, strictly read. An empty body is an empty object.
/// </summary>
internal static class RequestBody
{
    /// <summary>What came, and the status to answer with where it cannot be used.</summary>
    internal sealed record Reading(JsonReading Json, int Status);

    /// <summary>Reads it.</summary>
    public static async Task<Reading> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken, int bytesAtMost = HostLimits.BodyBytes)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.HasTransferEncoding()))
        {
            return new Reading(new JsonReading([], Error: null), StatusCodes.Status200OK);
        }

        var (text, error, status) = await ReadTextAsync(request, cancellationToken, bytesAtMost);
        if (error is not null)
        {
            return new Reading(new JsonReading(Value: null, error), status);
        }

        var json = StrictJson.Read(text.Span);
        return new Reading(json, json.Error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>Reads it as bytes that are declared as JSON and not looked at.</summary>
    public static async Task<(ReadOnlyMemory<byte> Text, HostError? Error, int Status)> ReadTextAsync(
        HttpRequest request, CancellationToken cancellationToken, int bytesAtMost)
    {
        if (!request.HasJsonContentType())
        {
            return (default, new HostError(HostCodes.NotJsonType), StatusCodes.Status400BadRequest);
        }

        using var body = new MemoryStream();
        return await FillAsync(request.Body, body, bytesAtMost, cancellationToken)
            ? (body.GetBuffer().AsMemory(0, (int)body.Length), null, StatusCodes.Status200OK)
            : (
                default,
                new HostError(HostCodes.BodyTooLarge, bytesAtMost.ToString(CultureInfo.InvariantCulture)),
                StatusCodes.Status413PayloadTooLarge);
    }

    private static bool HasTransferEncoding(this HttpRequest request) =>
        request.Headers.TransferEncoding.Count > 0 || HttpProtocol.IsHttp2(request.Protocol);

    private static async Task<bool> FillAsync(
        Stream from, MemoryStream to, int bytesAtMost, CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await from.ReadAsync(piece, cancellationToken)) > 0)
            {
                if (to.Length + read > bytesAtMost)
                {
                    return false;
                }

                to.Write(piece, 0, read);
            }

            return true;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
