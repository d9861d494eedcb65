using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Compilation;

/// <summary>What a set of active rules comes to: the same for every case, or with rows that a case must tell.</summary>
internal sealed class Answer
{
    private readonly DecisionSymbol _decision;
    private readonly (CandidateCode Code, bool IsSure)[] _candidates;
    private readonly AnswerKeeper? _same;
    private readonly bool _isLeft;

    /// <summary>The answer of some rules, in source order, `otherwise` last.</summary>
    public Answer(DecisionSymbol decision, IReadOnlyList<(CandidateCode Code, bool IsSure)> candidates)
    {
        (_decision, _candidates) = (decision, [.. candidates]);
        if (candidates.All(candidate => candidate.Code.Constant is not null))
        {
            var outcome = Answers.Single(decision, [.. Rows(null)]);
            _same = outcome is null ? null : new AnswerKeeper(outcome);
            _isLeft = outcome is null;
        }
        else
        {
            // The row of a rule that only may be active is read differently: a fault in it is none.
            _isLeft = candidates.Any(candidate => !candidate.IsSure);
        }
    }

    /// <summary>The outcome of a case; null where the interpreter must find it.</summary>
    public DecisionOutcome? Give(FoundDay day, Frame frame)
    {
        if (_same is not null)
        {
            return _same.Give(day, frame);
        }

        if (_isLeft || Answers.Single(_decision, [.. Rows(frame)]) is not { } outcome || frame.GivesUp)
        {
            return null;
        }

        return AnswerKeeper.With(outcome, day, frame);
    }

    private IEnumerable<Candidate> Rows(Frame? frame) => _candidates.Select(candidate => new Candidate(
        candidate.Code.Rule,
        candidate.Code.Constant ?? candidate.Code.Code!.Read(frame!),
        candidate.IsSure,
        candidate.Code.IsOtherwise));
}
