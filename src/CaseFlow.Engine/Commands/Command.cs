using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Lifecycles;

namespace CaseFlow.Engine.Commands;

/// <summary>Who asks. Never a petitioner's name: an officer's or a system's id.</summary>
/// <param name="Id">Officer id, or `system` for timers.</param>
/// <param name="Roles">Roles held, by the register's names.</param>
/// <param name="AllRoles">True for a trusted embedder or the local host, which check roles themselves.</param>
public sealed record Principal(string Id, IReadOnlyList<string> Roles, bool AllRoles = false)
{
    /// <summary>The engine itself: sweeps and timers.</summary>
    public static Principal System { get; } = new("system", [], AllRoles: true);

    /// <summary>
    /// The agencies in which the roles are held, where who authenticated the caller knows them; null: as the register
    /// of agencies says.
    /// </summary>
    public IReadOnlyList<string>? Agencies { get; init; }

    /// <summary>Whether it may do what one of <paramref name="roles"/> may do; an empty list asks for none.</summary>
    public bool HasAny(IReadOnlyList<string> roles) =>
        AllRoles || roles.Count == 0 || roles.Any(role => Roles.Contains(role, StringComparer.Ordinal));
}

/// <summary>What someone asks of the engine.</summary>
/// <param name="Key">Idempotency key: takes effect at most once; a repeat returns the first answer.</param>
/// <param name="Principal">Who asks.</param>
public abstract record Command(string Key, Principal Principal)
{
    /// <summary>
    /// The local day on which it takes effect; null: today. Dated back only within the pack's limit, never ahead.
    /// </summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>
    /// Facts told with the command, `{"petition":{…}}`, canonical names or aliases; they stand before guards are asked.
    /// </summary>
    public JsonObject? Facts { get; init; }
}

/// <summary>Opens a case. Its lifecycle is the one whose `for` condition holds for the facts.</summary>
public sealed record OpenCase(string Key, Principal Principal) : Command(Key, Principal)
{
    /// <summary>The agency that received it, by the register's id.</summary>
    public string? Agency { get; init; }

    /// <summary>The case it follows: a second complaint's first one.</summary>
    public CaseId? Parent { get; init; }

    /// <summary>Who petitions. Goes to the vault first; the case keeps references only.</summary>
    public IReadOnlyList<PetitionerIdentity> Petitioners { get; init; } = [];

    /// <summary>
    /// Takes over a case that already stands somewhere in its life, from a register or another system.
    /// </summary>
    public TakeOver? TakeOver { get; init; }
}

/// <summary>Where a case stands that is taken over from elsewhere.</summary>
/// <param name="State">Its state; null: the initial one, whose deadlines then start as usual.</param>
/// <param name="Deadlines">The deadlines that are running.</param>
public sealed record TakeOver(string? State, IReadOnlyList<TakenOverDeadline> Deadlines);

/// <summary>A running deadline of a case taken over.</summary>
/// <param name="Name">The deadline's name in the pack.</param>
/// <param name="DueAt">
/// The instant after which it is breached, kept to the tick; null: counted from its anchor by the pack.
/// </param>
public sealed record TakenOverDeadline(string Name, DateTimeOffset? DueAt);

/// <summary>Fires a trigger on a case.</summary>
public sealed record FireTrigger(string Key, Principal Principal, CaseId CaseId, string Trigger)
    : Command(Key, Principal)
{
    /// <summary>The trigger's inputs as JSON, canonical names or aliases.</summary>
    public JsonObject? Inputs { get; init; }

    /// <summary>
    /// The version the caller saw (its ETag); another one refuses with <see cref="CommandStatus.Stale"/>.
    /// </summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>
    /// The exact instant of the step, where one is known (imports); must lie on the effective day. Null: a step happens
    /// some time in its day.
    /// </summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>A timer of a case has come due; sent by the sweep.</summary>
/// <param name="Key">Derived from the timer, so that it takes effect once.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Timer">The timer's key.</param>
/// <param name="DueAt">When it was due.</param>
public sealed record FireTimer(string Key, CaseId CaseId, string Timer, DateTimeOffset DueAt)
    : Command(Key, Principal.System);

/// <summary>
/// An open case goes over to another pack and is assessed by it; sent after an activation. Its state, its facts and the
/// dates of its deadlines stay. Does nothing for a case that pins the pack already.
/// </summary>
/// <param name="Key">Derived from activation and case, so that it takes effect once.</param>
/// <param name="Principal">Who activated the pack.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Pack">The hash of the pack to pin.</param>
/// <param name="Activation">The number of the activation.</param>
public sealed record RepinCase(string Key, Principal Principal, CaseId CaseId, string Pack, int Activation)
    : Command(Key, Principal);

/// <summary>
/// Reports an open case upward, or demands a report on it. Its ladders stay what they are; this is a workflow's own.
/// </summary>
/// <param name="Key">Derived from the activity that asks, so that it takes effect once.</param>
/// <param name="Principal">Who asks.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Notice">What it is called: a name.</param>
/// <param name="To">To whom, in the words of ladders.</param>
/// <param name="Cause">What has it escalated.</param>
public sealed record EscalateCase(
    string Key, Principal Principal, CaseId CaseId, string Notice, BoundRecipient To, EscalationCause Cause)
    : Command(Key, Principal)
{
    /// <summary>The deadline that it is about, by its name in the pack; null: none.</summary>
    public string? Deadline { get; init; }

    /// <summary>The last day for a report, inclusive; null: none is demanded.</summary>
    public DateOnly? ReportBy { get; init; }

    /// <summary>The articles that it rests on.</summary>
    public IReadOnlyList<string> Cites { get; init; } = [];
}

/// <summary>How a command came out.</summary>
public enum CommandStatus
{
    /// <summary>Done; or done before under the same key.</summary>
    Accepted,

    /// <summary>Refused by the lifecycle: every reason is listed.</summary>
    Refused,

    /// <summary>No such case, or not visible.</summary>
    NotFound,

    /// <summary>The case has moved on since the version that the caller saw.</summary>
    Stale,

    /// <summary>The key was used with another body.</summary>
    KeyReused,

    /// <summary>Another command was faster, several times over; try again.</summary>
    LostRace,

    /// <summary>The command itself is malformed: unknown facts, wrong types.</summary>
    Malformed,
}

/// <summary>The answer to a command.</summary>
/// <param name="Status">How it came out.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Version">The case's version after it; 0 where there is none.</param>
/// <param name="Problems">Why not; empty where accepted.</param>
public sealed record CommandResult(
    CommandStatus Status, CaseId? CaseId, int Version, IReadOnlyList<Problem> Problems)
{
    /// <summary>True where the same key had done it before and the first answer is repeated.</summary>
    public bool Repeated { get; init; }

    /// <summary>The citizen's code, where a case was opened.</summary>
    public TrackingCode? Tracking { get; init; }
}

/// <summary>
/// One reason why a command was not carried out; words come from the catalogue, or from the pack for guards.
/// </summary>
/// <param name="Code">`CF1###`, or the code of the rules language.</param>
/// <param name="Place">What it is about: a fact path, an input, a guard's or deadline's name; never a value.</param>
/// <param name="Arguments">What the message quotes: names and dates, never personal data.</param>
public sealed record Problem(string Code, string Place, IReadOnlyList<string> Arguments)
{
    /// <summary>The articles it rests on, as `LKN art 39`.</summary>
    public IReadOnlyList<string> Cites { get; init; } = [];

    /// <summary>The pack's own words by language code (guards); null: the catalogue's.</summary>
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>What would lead out: names of triggers, facts to tell, inputs to give.</summary>
    public IReadOnlyList<string> LeadsOut { get; init; } = [];
}
