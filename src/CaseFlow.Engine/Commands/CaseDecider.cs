using CaseFlow.Engine.Cases;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Engine.Commands;

/// <summary>
/// Decides about commands. Pure: the same case, command and circumstances give the same events or the same refusal, on
/// any machine at any time.
/// </summary>
public static class CaseDecider
{
    /// <summary>Decides about a command on a case that exists.</summary>
    public static Decision Decide(CaseState state, Command command, Circumstances circumstances) =>
        Guarded(command, circumstances, () => command switch
        {
            FireTrigger fire => Firing.Decide(state, fire, circumstances),
            FireTimer timer => TimerFiring.Decide(state, timer, circumstances),
            RepinCase repin => Repinning.Decide(state, repin, circumstances),
            EscalateCase escalate => Escalating.Decide(state, escalate, circumstances),
            _ => throw new ArgumentException("The command is not for a case that exists.", nameof(command)),
        });

    /// <summary>Decides about opening a case, or taking one over.</summary>
    public static Decision Open(OpenCase command, NewCaseIds ids, Circumstances circumstances) =>
        Guarded(command, circumstances, () => Opening.Decide(command, ids, circumstances));

    // A fault of one case's facts (past the holiday data, a division by zero) is an answer of the rules, not of the
    // program.
    private static Decision Guarded(Command command, Circumstances circumstances, Func<Decision> decide)
    {
        try
        {
            var decision = decide();
            return decision is Decided decided ? Assessing.After(decided, command, circumstances) : decision;
        }
        catch (EvaluationFaultException fault)
        {
            return new Refused(CommandStatus.Refused, [new Problem(fault.Code, PlaceOf(command), fault.Arguments)]);
        }
    }

    private static string PlaceOf(Command command) => command switch
    {
        FireTrigger fire => fire.Trigger,
        FireTimer timer => timer.Timer,
        RepinCase => "pack",
        EscalateCase escalate => escalate.Notice,
        _ => "case",
    };
}
