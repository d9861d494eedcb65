using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Evaluation.Policies;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>What a set of active rules comes to: the same for every case, or with rows that a case must tell.</summary>
internal sealed class Answer
{
    private readonly DecisionCode _decision;
    private readonly (CandidateCode Code, bool IsSure)[] _candidates;
    private readonly Row? _clamp;
    private readonly AnswerKeeper? _same;
    private readonly bool _isLeft;

    /// <summary>The answer of some rules.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="candidates">The rules in source order, `otherwise` last.</param>
    /// <param name="clamp">The bounds of a sum where they are the same for every case.</param>
    public Answer(DecisionCode decision, (CandidateCode Code, bool IsSure)[] candidates, Row? clamp)
    {
        (_decision, _candidates, _clamp) = (decision, candidates, clamp);
        if (candidates.Length > 0 && !Array.Exists(candidates, candidate => candidate.IsSure))
        {
            // Whether one of them is active in any case, the interpreter sees by the rules that are live.
            _isLeft = true;
            return;
        }

        var isSame = Array.TrueForAll(candidates, candidate => candidate.Code.Constant is not null)
            && (decision.Clamp is null || clamp is not null);
        if (isSame)
        {
            var outcome = Judge(null);
            _same = outcome is null ? null : new AnswerKeeper(outcome);
            _isLeft = outcome is null;
        }
        else
        {
            // The row of a rule that only may be active is read differently: a fault in it is none.
            _isLeft = !Array.TrueForAll(candidates, candidate => candidate.IsSure);
        }
    }

    /// <summary>The outcome of a case; null where the interpreter must find it.</summary>
    public DecisionOutcome? Give(FoundDay day, Frame frame)
    {
        if (_same is not null)
        {
            return _same.Give(day, frame);
        }

        return !_isLeft && Judge(frame) is { } outcome && !frame.GivesUp
            ? AnswerKeeper.With(outcome, day, frame)
            : null;
    }

    private DecisionOutcome? Judge(Frame? frame)
    {
        var list = new CandidateList(
            [.. _candidates.Select(candidate => candidate.Code.Of(frame, candidate.IsSure))], _candidates.Length > 0);
        var verdict = Judgement.Of(_decision.Plan.Decision, list, _decision.Zero, Clamp(frame));
        return verdict.Status == OutcomeStatus.Undecided ? null : _decision.Outcome(verdict);
    }

    private (Value Low, Value High)? Clamp(Frame? frame) =>
        _decision.Clamp is not { } code ? null
        : (_clamp ?? code.Read(frame!)) is { Values: [var low, var high] } ? (low, high)
        : null;
}
