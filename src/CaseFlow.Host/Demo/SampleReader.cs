using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Commands;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Input;
using CaseFlow.Host.Web;

namespace CaseFlow.Host.Demo;

/// <summary>Reads the sample petitions of a pack, one JSON object a line; reports every fault by line.</summary>
internal sealed class SampleReader
{
    /// <summary>Where a pack keeps them.</summary>
    public const string File = "petitions/samples.jsonl";

    private static readonly string[] PetitionMembers =
        ["id", "title", "petitioners", "content", "agency", "facts", "opensOn", "steps", "parent"];

    private static readonly string[] StepMembers = ["on", "trigger", "inputs", "facts", "principal"];

    private static readonly string[] PrincipalMembers = ["id", "roles"];

    // What kind of petitioner it is stands for the reader of the samples; the case learns it from its facts.
    private static readonly string[] PersonMembers = [.. CommandBody.IdentityMembers, "kind"];

    private readonly CultureInfo _culture;
    private readonly List<HostError> _faults = [];

    private SampleReader(CultureInfo culture) => _culture = culture;

    /// <summary>The petitions in the order of the file, and what is wrong with the lines that are left out.</summary>
    public static (IReadOnlyList<SamplePetition> Petitions, IReadOnlyList<HostError> Faults) Read(
        ReadOnlyMemory<byte> utf8, CultureInfo culture)
    {
        var reader = new SampleReader(culture);
        var petitions = new List<SamplePetition>();
        var number = 0;
        foreach (var line in Encoding.UTF8.GetString(utf8.Span).Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line) && reader.ReadLine(line, number) is { } petition)
            {
                petitions.Add(petition);
            }
        }

        reader.CheckNames(petitions);
        return (petitions, reader._faults);
    }

    private SamplePetition? ReadLine(string line, int number)
    {
        var errors = new List<HostError>();
        var json = StrictJson.Read(Encoding.UTF8.GetBytes(line), number);
        if (json.Error is not null)
        {
            errors.Add(json.Error);
        }

        var petition = json.Value is null ? null : ReadPetition(json.Value, errors);
        foreach (var error in errors)
        {
            Fault(number, HostMessages.Message(error, _culture));
        }

        return errors.Count == 0 ? petition : null;
    }

    private SamplePetition ReadPetition(JsonObject value, List<HostError> errors)
    {
        var members = new JsonMembers(value, "", PetitionMembers, _culture, errors);
        var opensOn = members.Day("opensOn");
        if (opensOn is null)
        {
            errors.Add(new HostError(HostCodes.MissingMember, "opensOn"));
        }

        return new SamplePetition(
            members.RequiredText("id"),
            members.RequiredText("title"),
            opensOn ?? default,
            members.Text("agency"),
            members.Text("parent"),
            CommandBody.ReadPetitioners(members.Array("petitioners"), PersonMembers, _culture, errors),
            members.Object("facts") ?? [],
            [.. (members.Array("steps") ?? []).Select((step, index) => ReadStep(step, index, errors))]);
    }

    private SampleStep ReadStep(JsonNode? node, int index, List<HostError> errors)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"steps[{index}]");
        if (node is not JsonObject step)
        {
            errors.Add(new HostError(HostCodes.WrongMember, place, HostMessages.Text("type.object", _culture)));
            step = [];
        }

        var members = new JsonMembers(step, place, StepMembers, _culture, errors);
        var on = members.Day("on");
        if (on is null)
        {
            errors.Add(new HostError(HostCodes.MissingMember, place + ".on"));
        }

        return new SampleStep(
            on ?? default, members.RequiredText("trigger"), ReadPrincipal(members, place, errors),
            members.Object("inputs"), members.Object("facts"));
    }

    private Principal? ReadPrincipal(JsonMembers step, string place, List<HostError> errors)
    {
        if (step.Object("principal") is not { } value)
        {
            return null;
        }

        var members = new JsonMembers(value, place + ".principal", PrincipalMembers, _culture, errors);
        var roles = (members.Array("roles") ?? []).Select(role => role?.ToString() ?? "").ToList();
        return new Principal(members.RequiredText("id"), roles);
    }

    private void CheckNames(List<SamplePetition> petitions)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var petition in petitions)
        {
            if (petition.Parent is { } parent && !seen.Contains(parent))
            {
                _faults.Add(new HostError(HostCodes.BadSample, $"{File} ({petition.Id})", $"parent `{parent}`"));
            }

            if (!seen.Add(petition.Id))
            {
                _faults.Add(new HostError(HostCodes.BadSample, $"{File} ({petition.Id})", $"id `{petition.Id}`"));
            }
        }
    }

    private void Fault(int line, string what) => _faults.Add(new HostError(
        HostCodes.BadSample, string.Create(CultureInfo.InvariantCulture, $"{File}:{line}"), what));
}
