using System.Globalization;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Packs;

namespace CaseFlow.Host.Web.Workflows;

/// <summary>The roles that routes of workflows ask for.</summary>
internal static class WorkflowAccess
{
    /// <summary>Publishes definitions, as it publishes packs.</summary>
    public const string Publish = PackPublishing.Role;

    /// <summary>Starts, resumes, mends and ends instances.</summary>
    public const string Operate = "operate";

    /// <summary>The refusal of a caller who holds none of some roles; null: he may.</summary>
    public static IResult? Refusal(HttpContext context, CultureInfo culture, string role) =>
        CallerIdentity.Of(context).HasAny([role])
            ? null
            : Answers.Refused(
                StatusCodes.Status403Forbidden, culture, new HostError(HostCodes.RoleNeeded, role));
}
