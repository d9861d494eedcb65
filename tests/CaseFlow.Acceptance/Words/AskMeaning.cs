using System.Text.Json.Nodes;

namespace CaseFlow.Acceptance.Words;

/// <summary>Which deadline of the pack a question asks for, and how a case comes to have it.</summary>
/// <param name="Deadline">The deadline's name in the pack.</param>
internal sealed record AskMeaning(string Deadline)
{
    /// <summary>This meaning is for these kinds of petition only; null: for any.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>The only kind of petition that the question can be about, for cases that name none.</summary>
    public string? Kind { get; init; }

    /// <summary>This meaning is for cases that give all of these keys.</summary>
    public IReadOnlyList<string> Has { get; init; } = [];

    /// <summary>Keys of which the first one given names the day on which the case is opened.</summary>
    public IReadOnlyList<string> OpenedOn { get; init; } = [];

    /// <summary>Keys that name the day on which the right was used that the period limits.</summary>
    public IReadOnlyList<string> ActedOn { get; init; } = [];

    /// <summary>The state in which the case is taken over; null: it is opened afresh.</summary>
    public string? State { get; init; }

    /// <summary>The deadlines that are taken over with that state; null: the deadline itself.</summary>
    public IReadOnlyList<string>? TakesOver { get; init; }

    /// <summary>The deadlines that are taken over.</summary>
    public IReadOnlyList<string> Taken => TakesOver ?? [Deadline];

    /// <summary>A law of the pack: the case is opened on the first day of its period.</summary>
    public string? OpenedUnderLaw { get; init; }

    /// <summary>A fact that is the day of opening where the case does not tell it.</summary>
    public string? TellsDay { get; init; }

    /// <summary>Facts that the question itself tells: what kind of dossier it is about.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Tells { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>Keys that mean another fact under this question.</summary>
    public IReadOnlyDictionary<string, string> Means { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of steps that this question takes, where the case gives their keys.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Expected keys that a decision of the pack answers: `decision.output`.</summary>
    public IReadOnlyDictionary<string, string> Decided { get; init; } = new Dictionary<string, string>();
}

/// <summary>A trigger that is fired after the case is open.</summary>
/// <param name="Trigger">The trigger's name.</param>
internal sealed record StepMeaning(string Trigger)
{
    /// <summary>For these kinds of petition only; null: for any.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>The step is taken by cases that give all of these keys.</summary>
    public IReadOnlyList<string> Has { get; init; } = [];

    /// <summary>Keys of which the first one given names the day of the step.</summary>
    public IReadOnlyList<string> On { get; init; } = [];

    /// <summary>True: the step is taken on the day of the step before.</summary>
    public bool SameDay { get; init; }

    /// <summary>The key that says how often the step happens, on the day of the step before; null: once.</summary>
    public string? Times { get; init; }

    /// <summary>Inputs that take the value of a key: by input, the key.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Inputs that are always the same.</summary>
    public IReadOnlyDictionary<string, JsonNode?> With { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>Inputs that take what the pack decides: by input, `decision.output`.</summary>
    public IReadOnlyDictionary<string, string> DecidedInputs { get; init; } = new Dictionary<string, string>();

    /// <summary>The input that takes the longest extension that the pack allows.</summary>
    public string? CapInput { get; init; }
}
