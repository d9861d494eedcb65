namespace CaseFlow.Rules.Comparison;

/// <summary>What another pack makes of a corpus of cases.</summary>
/// <param name="Changes">Everything that differs between the packs.</param>
/// <param name="Cases">The first of the cases that differ, in the corpus's order.</param>
/// <param name="Totals">Counts over the whole corpus.</param>
public sealed record PackDiff(
    IReadOnlyList<ChangeCause> Changes, IReadOnlyList<CaseDifference> Cases, DiffTotals Totals)
{
    /// <summary>Differences that are kept where nobody says how many: as many as a person may read.</summary>
    public const int KeptAtMost = 1000;
}

/// <summary>Counts over the cases compared. For one thread at a time.</summary>
public sealed class DiffTotals
{
    private readonly SortedDictionary<string, int> _byDecision = new(StringComparer.Ordinal);

    /// <summary>Cases compared.</summary>
    public int Cases { get; private set; }

    /// <summary>Cases of which at least one decision has another status or output.</summary>
    public int Changed { get; private set; }

    /// <summary>Cases of which only articles or facts to ask for differ.</summary>
    public int OtherGrounds { get; private set; }

    /// <summary>Cases whose facts one of the packs cannot read.</summary>
    public int Unreadable { get; private set; }

    /// <summary>How many cases each decision comes out otherwise for, other grounds included.</summary>
    public IReadOnlyDictionary<string, int> ByDecision => _byDecision;

    /// <summary>True where nothing differs for any case.</summary>
    public bool IsNothing => Changed + OtherGrounds + Unreadable == 0;

    /// <summary>Counts one case.</summary>
    public void Add(CaseDifference difference)
    {
        Cases++;
        Unreadable += difference.IsReadable ? 0 : 1;
        if (difference.Decisions.Count == 0)
        {
            return;
        }

        var isChanged = difference.Decisions.Any(decision => decision.Kind == DifferenceKind.Outcome);
        Changed += isChanged ? 1 : 0;
        OtherGrounds += isChanged ? 0 : 1;
        foreach (var decision in difference.Decisions)
        {
            _byDecision[decision.Decision] = _byDecision.GetValueOrDefault(decision.Decision) + 1;
        }
    }
}
