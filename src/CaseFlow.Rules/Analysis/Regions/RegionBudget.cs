namespace CaseFlow.Rules.Analysis.Regions;

/// <summary>Counts the regions that are looked at.</summary>
internal sealed class RegionBudget(long most)
{
    /// <summary>How many were looked at.</summary>
    public long Used { get; private set; }

    /// <summary>Looks at some more.</summary>
    /// <exception cref="BudgetSpentException">There are no more to look at.</exception>
    public void Spend(long regions = 1)
    {
        Used += regions;
        if (Used > most)
        {
            Used = most;
            throw new BudgetSpentException();
        }
    }
}
