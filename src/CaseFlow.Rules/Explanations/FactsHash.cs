using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>The hash over what is known of a case: by it a replay tells whether the facts are the same.</summary>
internal static class FactsHash
{
    /// <summary>`sha256:` and the hash in lower-case hex.</summary>
    public static string Of(CaseFacts facts)
    {
        var lines = new StringBuilder();
        foreach (var (fact, value) in facts.Known)
        {
            lines.Append(fact.Path).Append(' ').Append(LineOf(value)).Append('\n');
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }

    // JSON keeps values apart and each on one line, whatever text they hold; a list whose elements are not known has no
    // JSON and is told in the language's words.
    private static string LineOf(Value value) => ValueJson.IsTold(value)
        ? ValueJson.Write(value)?.ToJsonString() ?? "null"
        : JsonSerializer.Serialize(ValueText.Of(value));
}
