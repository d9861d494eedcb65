namespace CaseFlow.Acceptance.Words;

/// <summary>How the cases of an area that only asks the rules are told and answered.</summary>
/// <param name="Today">Keys of which the first one given names the day on which the rules are asked.</param>
/// <param name="Facts">What keys tell in this area, over what they tell elsewhere.</param>
/// <param name="Answers">What each expected key is read from.</param>
/// <param name="Lists">Keys that hold several cases, to be put in an order.</param>
internal sealed record AreaMeaning(
    IReadOnlyList<string> Today,
    IReadOnlyDictionary<string, FactMeaning> Facts,
    IReadOnlyDictionary<string, AnswerMeaning> Answers)
{
    /// <summary>Keys that hold several cases, to be put in an order.</summary>
    public IReadOnlyDictionary<string, ListMeaning> Lists { get; init; } = new Dictionary<string, ListMeaning>();
}

/// <summary>What an expected key is read from.</summary>
/// <param name="Outputs">`decision.output`; of several the one whose decision is for the case.</param>
internal sealed record AnswerMeaning(IReadOnlyList<string> Outputs)
{
    /// <summary>The case's word for each of the pack's words; null: the value is taken as it is.</summary>
    public IReadOnlyDictionary<string, string>? Words { get; init; }

    /// <summary>
    /// Words of the pack that stand for somebody whom another output names: by word, `decision.output`.
    /// </summary>
    public IReadOnlyDictionary<string, string> NamedBy { get; init; } = new Dictionary<string, string>();

    /// <summary>To how many decimals a number is shown; null: as it is.</summary>
    public int? Decimals { get; init; }
}

/// <summary>Several cases in one: each has an id and is told like a case of its own.</summary>
/// <param name="Keys">The keys that an entry may have besides its id.</param>
/// <param name="Rank">`decision.output`: the higher goes first; of equals the one that stands first.</param>
/// <param name="Order">The expected key of the ids in order.</param>
/// <param name="First">The expected key of the id that goes first.</param>
internal sealed record ListMeaning(IReadOnlyList<string> Keys, string Rank, string Order, string First)
{
    /// <summary>The key that names an entry.</summary>
    public const string Id = "id";
}
