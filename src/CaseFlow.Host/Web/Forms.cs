using System.Text.Json.Nodes;

namespace CaseFlow.Host.Web;

/// <summary>The body of a trigger, as OpenAPI describes it; <see cref="CommandBody"/> reads it.</summary>
/// <param name="On">The local day on which it takes effect; left out: today.</param>
/// <param name="Facts">Facts told with it.</param>
/// <param name="Inputs">Inputs of the trigger.</param>
internal sealed record TriggerForm(DateOnly? On, JsonObject? Facts, JsonObject? Inputs);

/// <summary>The body of an opening, as OpenAPI describes it; <see cref="CommandBody"/> reads it.</summary>
/// <param name="On">The local day on which it takes effect; left out: today.</param>
/// <param name="Facts">What is known.</param>
/// <param name="Agency">The receiving agency, by the register's id.</param>
/// <param name="Parent">The case that it follows.</param>
/// <param name="Petitioners">Who petitions; kept in the vault alone.</param>
internal sealed record OpeningForm(
    DateOnly? On, JsonObject? Facts, string? Agency, string? Parent, IReadOnlyList<PetitionerForm>? Petitioners);

/// <summary>Who petitions.</summary>
/// <param name="Name">Name as given.</param>
/// <param name="Address">Address as given.</param>
/// <param name="Contact">Phone or mail as given.</param>
/// <param name="NationalId">Identity number as given.</param>
internal sealed record PetitionerForm(string Name, string? Address, string? Contact, string? NationalId);
