namespace CaseFlow.Rules.Evaluation.Policies;

/// <summary>`hit first`: the first active rule in source order, the only policy to which the order matters.</summary>
internal static class FirstHit
{
    /// <summary>What the candidates come to.</summary>
    public static Verdict Of(CandidateList candidates)
    {
        var first = candidates.Sure.Count > 0 ? candidates.All.ToList().IndexOf(candidates.Sure[0]) : -1;
        IReadOnlyList<Candidate> inQuestion = first < 0 ? candidates.All : [.. candidates.All.Take(first + 1)];
        if (inQuestion.Count == 0)
        {
            return Verdict.Gap;
        }

        var last = inQuestion[^1];
        if (candidates.NeverNone && inQuestion.All(candidate => Row.Same(last.Row, candidate.Row)))
        {
            return Verdict.Decided(last.Row, last.IsSure ? [last] : inQuestion);
        }

        return Verdict.Undecided(
            Open(inQuestion), PossibleRows.Of(inQuestion, mayBeGap: !candidates.NeverNone));
    }

    // Before rules that all give the same row, one that may give it too changes nothing.
    private static List<Candidate> Open(IReadOnlyList<Candidate> inQuestion)
    {
        var open = inQuestion.ToList();
        var last = inQuestion[^1];
        for (var place = open.Count - 2; last.IsSure && place >= 0 && Row.Same(open[place].Row, last.Row); place--)
        {
            open.RemoveAt(place);
        }

        return open;
    }
}
