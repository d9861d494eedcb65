namespace CaseFlow.Host.Web.Workflows;

/// <summary>A diagram as an answer.</summary>
internal static class Diagram
{
    /// <summary>The type of Mermaid's text.</summary>
    public const string MediaType = "text/vnd.mermaid";

    /// <summary>The answer.</summary>
    public static IResult Answer(string text) => Results.Text(text, MediaType, System.Text.Encoding.UTF8);
}
