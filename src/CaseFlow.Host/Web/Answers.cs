using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Web;

/// <summary>How answers are written: camelCase JSON that keeps Vietnamese readable, problems as problem+json.</summary>
internal static class Answers
{
    /// <summary>The form of every JSON answer.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        // Answers are declared as JSON with `nosniff`, never parts of a page: nothing needs escaping for HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A value as JSON.</summary>
    public static IResult Ok<T>(T value) => Results.Json(value, Json);

    /// <summary>An error of the host itself.</summary>
    public static IResult Refused(int status, CultureInfo culture, params IReadOnlyList<HostError> errors) =>
        Problem(status, [.. errors.Select(error => ProblemReason.Of(error, culture))]);

    /// <summary>An error with any reasons.</summary>
    public static IResult Problem(int status, IReadOnlyList<ProblemReason> reasons) =>
        Results.Json(ProblemBody.Of(status, reasons), Json, "application/problem+json", status);
}
