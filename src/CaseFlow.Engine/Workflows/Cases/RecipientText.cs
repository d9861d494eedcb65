using System.Text.Json.Nodes;
using CaseFlow.Engine.Assignments;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>Recipients in the words of the pack's ladders.</summary>
internal static class RecipientText
{
    /// <summary>The one who petitions: no officer and no agency, so no recipient of ladders.</summary>
    public const string Petitioner = "petitioner";

    /// <summary>
    /// `holder`, `superior`, `role r`, `role r level l`, `agency a`; `the` may stand before the first two.
    /// </summary>
    /// <exception cref="WorkflowFault">It is none of these.</exception>
    public static BoundRecipient Read(string? text) =>
        (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["holder"] or ["the", "holder"] => new BoundRecipient(RecipientKind.Holder, null, null),
            ["superior"] or ["the", "superior"] => new BoundRecipient(RecipientKind.Superior, null, null),
            ["role", var role] => new BoundRecipient(RecipientKind.Role, role, null),
            ["role", var role, "level", var level] => new BoundRecipient(RecipientKind.Role, role, level),
            ["agency", var agency] => new BoundRecipient(RecipientKind.Agency, agency, null),
            _ => throw ActivityContext.Fault(WorkflowCodes.NoRecipient, text ?? ""),
        };

    /// <summary>Whom the register found, as messages and outputs tell it: ids only.</summary>
    public static JsonObject Write(Recipient who) => new()
    {
        ["kind"] = who.Kind.ToString(),
        ["name"] = who.Name,
        ["level"] = who.Level,
        ["agency"] = who.Agency,
        ["officers"] = new JsonArray([.. who.Officers.Select(officer => (JsonNode)JsonValue.Create(officer))]),
    };
}
