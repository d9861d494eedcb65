using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Commands;

/// <summary>
/// The one way in: loads the case, lets the pure decision speak, and commits what it says in one transaction. Safe to
/// share between threads.
/// </summary>
public sealed class CaseEngine(
    ICaseStore store,
    IIdentityVault vault,
    IPackCatalogue packs,
    IIdSource ids,
    TimeProvider clock,
    AgencyTime time)
{
    /// <summary>
    /// How often a command is decided anew where another was faster; beyond that the caller tries again.
    /// </summary>
    public const int AttemptsAtMost = 8;

    /// <summary>
    /// Carries out a command. A repeat under the same key gives the first answer and changes nothing. Never throws on a
    /// bad command.
    /// </summary>
    public ValueTask<CommandResult> ExecuteAsync(Command command, CancellationToken cancellationToken) =>
        ExecuteAsync(command, lease: null, cancellationToken);

    /// <summary>Carries out a timer's command under its lease.</summary>
    internal async ValueTask<CommandResult> ExecuteAsync(
        Command command, TimerLease? lease, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(command.Key))
        {
            return Failed(CommandStatus.Malformed, null, 0, new Problem(EngineCodes.NoKey, "key", []));
        }

        using var measured = Telemetry.Measure(command);
        var body = BodyHash.Of(command);
        var receipt = await store.FindReceiptAsync(command.Key, cancellationToken);
        var result = receipt is not null
            ? await RepeatAsync(command, receipt, body, cancellationToken)
            : command switch
            {
                OpenCase open => await OpenAsync(open, body, cancellationToken),
                FireTrigger fire => await ChangeAsync(fire, fire.CaseId, body, lease, cancellationToken),
                FireTimer timer => await ChangeAsync(timer, timer.CaseId, body, lease, cancellationToken),
                RepinCase repin => await ChangeAsync(repin, repin.CaseId, body, lease, cancellationToken),
                EscalateCase escalate => await ChangeAsync(
                    escalate, escalate.CaseId, body, lease, cancellationToken),
                _ => throw new ArgumentException("A command that this program does not know.", nameof(command)),
            };
        measured.End(result);
        return result;
    }

    private async ValueTask<CommandResult> OpenAsync(
        OpenCase open, string body, CancellationToken cancellationToken)
    {
        if (open.Parent is { } parent && await store.FindAsync(parent, cancellationToken) is null)
        {
            return Failed(
                CommandStatus.Malformed,
                null,
                0,
                new Problem(EngineCodes.UnknownParent, "parent", [parent.ToString()]));
        }

        var pack = await packs.CurrentAsync(cancellationToken);
        var circumstances = new Circumstances(pack, clock.GetUtcNow(), time);
        var made = new NewCaseIds(
            ids.NewCaseId(),
            ids.NewTrackingCode(),
            [.. open.Petitioners.Select(_ => ids.NewPetitionerReference())]);
        var decision = CaseDecider.Open(open, made, circumstances);
        if (decision is not Decided decided)
        {
            return Failed((Refused)decision, null, 0);
        }

        // Identities first: a case must never hold a reference that nobody knows. What fails afterwards is swept.
        for (var index = 0; index < open.Petitioners.Count; index++)
        {
            await vault.StoreAsync(made.Petitioners[index], open.Petitioners[index], cancellationToken);
        }

        var receipt = new CommandReceipt(open.Key, body, made.CaseId, decided.State.Version);
        var commit = CommitMaking.Of(null, null, decided, receipt, circumstances);
        var outcome = await store.CommitAsync(commit, cancellationToken);
        return outcome == CommitOutcome.Committed
            ? new CommandResult(CommandStatus.Accepted, made.CaseId, decided.State.Version, [])
            {
                Tracking = made.Tracking,
            }
            : await AfterLostCommitAsync(open, outcome, body, null, cancellationToken) ?? LostRace(null, 1);
    }

    private async ValueTask<CommandResult> ChangeAsync(
        Command command, CaseId id, string body, TimerLease? lease, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= AttemptsAtMost; attempt++)
        {
            var stored = await store.FindAsync(id, cancellationToken);
            if (stored is null)
            {
                return Failed(
                    CommandStatus.NotFound, id, 0, new Problem(EngineCodes.NoSuchCase, "case", [id.ToString()]));
            }

            var hash = command is RepinCase repin ? repin.Pack : stored.Case.PackHash;
            if (await packs.FindAsync(hash, cancellationToken) is not { } pack)
            {
                return Failed(
                    CommandStatus.Refused,
                    id,
                    stored.Case.Version,
                    new Problem(EngineCodes.PackNotFound, "pack", [hash]));
            }

            var result = await TryAsync(command, stored, pack, body, lease, cancellationToken);
            if (result is not null)
            {
                return result;
            }
        }

        return LostRace(id, AttemptsAtMost);
    }

    // Null: another command was faster; decide anew.
    private async ValueTask<CommandResult?> TryAsync(
        Command command,
        StoredCase stored,
        CasePack pack,
        string body,
        TimerLease? lease,
        CancellationToken cancellationToken)
    {
        var before = CaseDocument.Read(stored.Case.Document);
        var circumstances = new Circumstances(pack, NotBefore(before.RecordedAt), time);
        var decision = CaseDecider.Decide(before, command, circumstances);
        if (decision is not Decided decided)
        {
            return Failed((Refused)decision, before.Id, before.Version);
        }

        var receipt = new CommandReceipt(command.Key, body, before.Id, decided.State.Version);
        var commit = CommitMaking.Of(before, stored, decided, receipt, circumstances) with { Lease = lease };
        var outcome = await store.CommitAsync(commit, cancellationToken);
        return outcome == CommitOutcome.Committed
            ? new CommandResult(CommandStatus.Accepted, before.Id, decided.State.Version, [])
            : await AfterLostCommitAsync(command, outcome, body, before.Id, cancellationToken);
    }

    // A clock that is set back never makes a history run backwards.
    private DateTimeOffset NotBefore(DateTimeOffset recordedAt)
    {
        var now = clock.GetUtcNow();
        return now > recordedAt ? now : recordedAt;
    }

    private async ValueTask<CommandResult?> AfterLostCommitAsync(
        Command command, CommitOutcome outcome, string body, CaseId? id, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case CommitOutcome.KeyExists:
                var receipt = await store.FindReceiptAsync(command.Key, cancellationToken);
                return receipt is null ? null : await RepeatAsync(command, receipt, body, cancellationToken);
            case CommitOutcome.LeaseLost:
                var timer = ((FireTimer)command).Timer;
                return Failed(
                    CommandStatus.LostRace, id, 0, new Problem(EngineCodes.LeaseLost, timer, [timer]));
            default:
                return null;
        }
    }

    private async ValueTask<CommandResult> RepeatAsync(
        Command command, CommandReceipt receipt, string body, CancellationToken cancellationToken)
    {
        if (receipt.BodyHash != body)
        {
            return Failed(
                CommandStatus.KeyReused, null, 0, new Problem(EngineCodes.KeyReused, "key", [command.Key]));
        }

        var stored = command is OpenCase ? await store.FindAsync(receipt.CaseId, cancellationToken) : null;
        return new CommandResult(CommandStatus.Accepted, receipt.CaseId, receipt.Version, [])
        {
            Repeated = true,
            Tracking = stored?.Case.Tracking,
        };
    }

    private static CommandResult LostRace(CaseId? id, int attempts) => Failed(
        CommandStatus.LostRace,
        id,
        0,
        new Problem(EngineCodes.LostRace, "case", [attempts.ToString(CultureInfo.InvariantCulture)]));

    private static CommandResult Failed(Refused refused, CaseId? id, int version) =>
        new(refused.Status, id, version, refused.Problems);

    private static CommandResult Failed(CommandStatus status, CaseId? id, int version, Problem problem) =>
        new(status, id, version, [problem]);
}
