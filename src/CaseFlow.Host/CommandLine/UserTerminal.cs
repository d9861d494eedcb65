using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.CommandLine;

/// <summary>Where results and errors go, and in which language.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Errors, warnings and progress.</param>
/// <param name="Culture">The user's language.</param>
/// <param name="Json">Results and errors as JSON.</param>
internal sealed record UserTerminal(TextWriter Out, TextWriter Error, CultureInfo Culture, bool Json)
{
    /// <summary>JSON for people and tools: Vietnamese stays readable.</summary>
    public static JsonSerializerOptions JsonOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same, over several lines: for files that people open.</summary>
    public static JsonSerializerOptions IndentedJsonOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    /// <summary>True where a person watches and can be shown a bar that moves.</summary>
    public bool IsWatched =>
        !Json && ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected && !Console.IsOutputRedirected;

    /// <summary>A text of the catalogue in the user's language.</summary>
    public string Text(string key, params IReadOnlyList<string> arguments) =>
        HostMessages.Text(key, Culture, arguments);

    /// <summary>An error with its help line.</summary>
    public void Report(HostError error) =>
        Report(error.Code, HostMessages.Message(error, Culture), HostMessages.Help(error, Culture));

    /// <summary>An error of any part of the product.</summary>
    public void Report(string code, string message, string help)
    {
        if (Json)
        {
            var body = new JsonObject { ["code"] = code, ["message"] = message, ["help"] = help };
            Error.WriteLine(new JsonObject { ["error"] = body }.ToJsonString(JsonOptions));
            return;
        }

        Error.WriteLine($"{code}: {message}");
        if (help.Length > 0)
        {
            Error.WriteLine($"  {Text("HelpWord")}: {help}");
        }
    }
}
