using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Input;

namespace CaseFlow.Host.Web;

/// <summary>The body of a command, read; every fault is collected.</summary>
internal sealed record CommandBody
{
    private static readonly string[] TriggerMembers = ["on", "facts", "inputs"];

    private static readonly string[] OpeningMembers = ["on", "facts", "agency", "parent", "petitioners"];

    /// <summary>What may be told of a petitioner.</summary>
    public static readonly string[] IdentityMembers = ["name", "address", "contact", "nationalId"];

    /// <summary>The local day on which it takes effect; null: today.</summary>
    public DateOnly? On { get; private init; }

    /// <summary>Facts told with it.</summary>
    public JsonObject? Facts { get; private init; }

    /// <summary>Inputs of the trigger.</summary>
    public JsonObject? Inputs { get; private init; }

    /// <summary>The receiving agency.</summary>
    public string? Agency { get; private init; }

    /// <summary>The case it follows.</summary>
    public CaseId? Parent { get; private init; }

    /// <summary>Who petitions.</summary>
    public IReadOnlyList<PetitionerIdentity> Petitioners { get; private init; } = [];

    /// <summary>`{"on", "facts", "inputs"}`.</summary>
    public static CommandBody OfTrigger(JsonObject body, CultureInfo culture, List<HostError> errors)
    {
        var members = new JsonMembers(body, "", TriggerMembers, culture, errors);
        return new CommandBody
        {
            On = members.Day("on"), Facts = members.Object("facts"), Inputs = members.Object("inputs"),
        };
    }

    /// <summary>
    /// `{"on", "facts", "agency", "parent", "petitioners": [{"name", "address", "contact", "nationalId"}]}`.
    /// </summary>
    public static CommandBody OfOpening(JsonObject body, CultureInfo culture, List<HostError> errors)
    {
        var members = new JsonMembers(body, "", OpeningMembers, culture, errors);
        return new CommandBody
        {
            On = members.Day("on"),
            Facts = members.Object("facts"),
            Agency = members.Text("agency"),
            Parent = ReadParent(members.Text("parent"), culture, errors),
            Petitioners = ReadPetitioners(members.Array("petitioners"), IdentityMembers, culture, errors),
        };
    }

    /// <summary>The people of a petition.</summary>
    public static IReadOnlyList<PetitionerIdentity> ReadPetitioners(
        JsonArray? list, IReadOnlyList<string> known, CultureInfo culture, List<HostError> errors)
    {
        var identities = new List<PetitionerIdentity>();
        for (var i = 0; i < (list?.Count ?? 0); i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"petitioners[{i}]");
            if (list![i] is not JsonObject person)
            {
                errors.Add(new HostError(HostCodes.WrongMember, place, HostMessages.Text("type.object", culture)));
                continue;
            }

            var members = new JsonMembers(person, place, known, culture, errors);
            identities.Add(
                new PetitionerIdentity(
                    members.RequiredText("name"),
                    members.Text("address"),
                    members.Text("contact"),
                    members.Text("nationalId")
                )
            );
        }

        return identities;
    }

    private static CaseId? ReadParent(string? text, CultureInfo culture, List<HostError> errors)
    {
        if (text is null)
        {
            return null;
        }

        if (CaseId.TryParse(text, out var parent))
        {
            return parent;
        }

        errors.Add(new HostError(HostCodes.WrongMember, "parent", HostMessages.Text("type.caseId", culture)));
        return null;
    }
}
