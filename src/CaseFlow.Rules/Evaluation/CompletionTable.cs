namespace CaseFlow.Rules.Evaluation;

/// <summary>The outcome of each completion, so that those may be compared which differ in one fact alone.</summary>
internal sealed class CompletionTable
{
    private readonly int[] _choices;
    private readonly int[] _strides;
    private readonly DecisionOutcome?[] _outcomes;

    /// <summary>Lays out what was tried; the last fact turns fastest.</summary>
    /// <param name="choices">How many choices each fact has.</param>
    /// <param name="leaves">Where trying ended.</param>
    public CompletionTable(IEnumerable<int> choices, IReadOnlyList<Completions.Leaf> leaves)
    {
        _choices = [.. choices];
        _strides = new int[_choices.Length];
        var count = 1;
        for (var place = _choices.Length - 1; place >= 0; place--)
        {
            _strides[place] = count;
            count *= _choices[place];
        }

        _outcomes = new DecisionOutcome?[count];
        foreach (var leaf in leaves)
        {
            Fill(leaf, 0, 0);
        }
    }

    /// <summary>Whether the outcome of some completion changes with that fact alone.</summary>
    public bool IsSensitiveTo(int place)
    {
        var (stride, span) = (_strides[place], _strides[place] * _choices[place]);
        for (var index = 0; index < _outcomes.Length; index++)
        {
            var origin = index / span * span + index % stride;
            if (!AreAlike(_outcomes[origin], _outcomes[index]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether both say the same; the rules that say it may differ.</summary>
    public static bool Agree(DecisionOutcome one, DecisionOutcome? other) =>
        other is not null && one.Status == other.Status && Row.Same(new Row(one.Outputs), new Row(other.Outputs));

    private void Fill(Completions.Leaf leaf, int place, int index)
    {
        if (place == _choices.Length)
        {
            _outcomes[index] = leaf.Outcome;
            return;
        }

        var chosen = leaf.Chosen.ElementAtOrDefault(place);
        for (var choice = chosen ?? 0; choice <= (chosen ?? _choices[place] - 1); choice++)
        {
            Fill(leaf, place + 1, index + choice * _strides[place]);
        }
    }

    private static bool AreAlike(DecisionOutcome? one, DecisionOutcome? other) => ReferenceEquals(one, other)
        || (one is not null && other is not null && Agree(one, other)
            && one.Missing.SequenceEqual(other.Missing) && one.BlockedBy.SequenceEqual(other.BlockedBy));
}
