using System.Text.Json.Nodes;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Confidentiality;

namespace CaseFlow.Host.Demo;

/// <summary>A sample petition of a pack: invented people, real rules.</summary>
/// <param name="Id">Its name in the samples; the beginning of its idempotency keys.</param>
/// <param name="Title">What it is about, one line.</param>
/// <param name="OpensOn">The local day on which it is received.</param>
/// <param name="Agency">The agency that receives it, or null.</param>
/// <param name="Parent">The sample that it follows, or null.</param>
/// <param name="Petitioners">Who petitions.</param>
/// <param name="Facts">What is known at its reception.</param>
/// <param name="Steps">What the officers do, in order.</param>
internal sealed record SamplePetition(
    string Id,
    string Title,
    DateOnly OpensOn,
    string? Agency,
    string? Parent,
    IReadOnlyList<PetitionerIdentity> Petitioners,
    JsonObject Facts,
    IReadOnlyList<SampleStep> Steps);

/// <summary>What an officer does.</summary>
/// <param name="On">The local day.</param>
/// <param name="Trigger">The trigger fired.</param>
/// <param name="Principal">The officer with his roles; null: whoever runs the demo.</param>
/// <param name="Inputs">Inputs of the trigger.</param>
/// <param name="Facts">Facts told with it.</param>
internal sealed record SampleStep(
    DateOnly On,
    string Trigger,
    Principal? Principal,
    JsonObject? Inputs,
    JsonObject? Facts
);
