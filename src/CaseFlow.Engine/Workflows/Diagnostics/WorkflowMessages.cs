using System.Globalization;
using System.Resources;

namespace CaseFlow.Engine.Workflows.Diagnostics;

/// <summary>The words of findings about workflows, in English and Vietnamese.</summary>
public static class WorkflowMessages
{
    private static readonly ResourceManager Texts =
        new("CaseFlow.Engine.Workflows.Diagnostics.WorkflowMessages", typeof(WorkflowMessages).Assembly);

    /// <summary>What is wrong, one sentence.</summary>
    public static string Message(string code, CultureInfo culture, IReadOnlyList<string> arguments) =>
        Fill(code, culture, arguments);

    /// <summary>What to do about it.</summary>
    public static string Help(string code, CultureInfo culture, IReadOnlyList<string> arguments) =>
        Fill(code + ".help", culture, arguments);

    private static string Fill(string key, CultureInfo culture, IReadOnlyList<string> arguments) =>
        Texts.GetString(key, culture) is { } text ? string.Format(culture, text, [.. arguments]) : key;
}
