using System.Text.Json.Nodes;

namespace CaseFlow.Host.Web;

/// <summary>The body of a request about packs, as OpenAPI describes it; <see cref="PackBody"/> reads it.</summary>
/// <param name="Mode">`validate`, `preview` or `activate`.</param>
/// <param name="Files">
/// All files of a pack by path: text, or `{"base64":…}`. Instead of <paramref name="Pack"/> and
/// <paramref name="Parameters"/>.
/// </param>
/// <param name="Pack">The hash of an archived pack; left out with parameters: the current one.</param>
/// <param name="Parameters">Other values of parameters by name, in the JSON of facts.</param>
/// <param name="ExpectedCurrent">The hash that the caller saw as current; needed to activate.</param>
/// <param name="OpenCases">`keep` (the default) or `repin`.</param>
/// <param name="Note">Why, in the caller's words; kept with the activation.</param>
internal sealed record PackForm(
    string Mode,
    JsonObject? Files,
    string? Pack,
    JsonObject? Parameters,
    string? ExpectedCurrent,
    string? OpenCases,
    string? Note);
