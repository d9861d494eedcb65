using System.Globalization;
using System.Text.Json.Serialization;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Web;

/// <summary>An error as `application/problem+json` (RFC 9457) with a code, all its reasons and what to do.</summary>
internal sealed record ProblemBody
{
    /// <summary>`urn:caseflow:CF####`.</summary>
    public required string Type { get; init; }

    /// <summary>What is wrong, one sentence.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The code of the first reason.</summary>
    public required string Code { get; init; }

    /// <summary>What to do.</summary>
    public required string Help { get; init; }

    /// <summary>Every reason.</summary>
    public required IReadOnlyList<ProblemReason> Errors { get; init; }

    /// <summary>To quote when asking for help; only where nobody foresaw the error.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Incident { get; init; }

    /// <summary>The problem of a few reasons.</summary>
    public static ProblemBody Of(int status, IReadOnlyList<ProblemReason> reasons) => new()
    {
        Type = "urn:caseflow:" + reasons[0].Code,
        Title = reasons[0].Message,
        Status = status,
        Code = reasons[0].Code,
        Help = reasons[0].Help,
        Errors = reasons,
    };
}

/// <summary>One reason.</summary>
/// <param name="Code">`CF####`.</param>
/// <param name="Place">What it is about: a member, a fact, a guard; never a value.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Help">What to do, or empty.</param>
/// <param name="Cites">The articles it rests on.</param>
/// <param name="LeadsOut">Triggers, facts or inputs that would lead out.</param>
internal sealed record ProblemReason(
    string Code, string Place, string Message, string Help, IReadOnlyList<string> Cites, IReadOnlyList<string> LeadsOut)
{
    /// <summary>A reason of the host itself.</summary>
    public static ProblemReason Of(HostError error, CultureInfo culture) => new(
        error.Code,
        error.Arguments.Count > 0 ? error.Arguments[0] : "",
        HostMessages.Message(error, culture),
        HostMessages.Help(error, culture),
        [],
        []);
}
