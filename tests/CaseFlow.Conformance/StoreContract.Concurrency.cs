using System.Collections.Concurrent;
using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

public abstract partial class StoreContract
{
    private const int Clients = 32;
    private const int CommandsEach = 25;
    private const int FewCases = 5;

    [Fact]
    public async Task Commit_By32ClientsOnFewCases_LosesAndDoublesNothing()
    {
        await OpenFewAsync();
        var keys = Enumerable.Range(0, Clients).SelectMany(client => KeysOf(client)).ToArray();

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => SendAllAsync(client))));

        var histories = await Task.WhenAll(Enumerable.Range(1, FewCases).Select(n => EventsAsync(Sample.Id(n))));
        histories.Should().AllSatisfy(history =>
            history.Select(row => row.Sequence).Should().Equal(Enumerable.Range(1, history.Count)));
        histories.SelectMany(history => history.Skip(1)).Select(row => row.CommandKey)
            .Should().BeEquivalentTo(keys, "each key takes effect exactly once");
    }

    [Fact]
    public async Task Commit_OfOneKeyBy32ClientsAtOnce_TakesEffectOnce()
    {
        await OpenFewAsync();
        var outcomes = new ConcurrentBag<CommitOutcome>();

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
            outcomes.Add(await CommitAsync(Sample.Commit(Sample.Id(1), "same", expected: 1))))));

        outcomes.Count(outcome => outcome == CommitOutcome.Committed).Should().Be(1);
        outcomes.Count(outcome => outcome == CommitOutcome.KeyExists).Should().Be(Clients - 1);
    }

    [Fact]
    public async Task Commit_BesideAFaultyOne_SucceedsAllTheSame()
    {
        await OpenFewAsync();
        var step = new EscalationRow(Sample.Id(1), 1, "overdue", "late", 1, Sample.Start);
        await MustCommitAsync(Sample.Commit(Sample.Id(1), "step", expected: 1) with { Escalations = [step] });
        var faulty = Sample.Commit(Sample.Id(1), "again", expected: 2) with { Escalations = [step] };

        var faults = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => CommitAsync(faulty))).ToArray();
        var sound = Enumerable.Range(100, Clients)
            .Select(n => Task.Run(() => CommitAsync(Sample.Commit(Sample.Id(n), "sound-" + n)))).ToArray();
        var outcomes = await Task.WhenAll(sound);
        var failed = await Task.WhenAll(faults.Select(task => task.ContinueWith(
            done => done.IsFaulted, TaskScheduler.Default)));

        outcomes.Should().OnlyContain(outcome => outcome == CommitOutcome.Committed);
        failed.Should().OnlyContain(isFaulted => isFaulted);
        (await EventsAsync(Sample.Id(1))).Should().HaveCount(2);
    }

    [Fact]
    public async Task Claim_ByManyAtOnce_GivesEachTimerToOne()
    {
        const int Due = 200;
        foreach (var number in Enumerable.Range(1, Due / 4))
        {
            await OpenWithTimersAsync(number, ("a", 0), ("b", 0), ("c", 0), ("d", 0));
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
            await ClaimAsync(minute: 1, limit: 20))));

        var claimed = claims.SelectMany(claim => claim).Select(lease => (lease.CaseId, lease.Key)).ToArray();
        claimed.Should().OnlyHaveUniqueItems().And.HaveCount(Due);
    }

    private static IEnumerable<string> KeysOf(int client) => Enumerable.Range(0, CommandsEach)
        .Select(number => string.Create(CultureInfo.InvariantCulture, $"c{client}-{number}"));

    private async Task OpenFewAsync()
    {
        foreach (var number in Enumerable.Range(1, FewCases))
        {
            await MustCommitAsync(Sample.Commit(Sample.Id(number), "open-" + number));
        }
    }

    private async Task SendAllAsync(int client)
    {
        var turn = client;
        foreach (var key in KeysOf(client))
        {
            await SendAsync(Sample.Id(1 + (turn++ % FewCases)), key);
        }
    }

    /// <summary>
    /// As the engine does: reads the version, decides, commits, and begins anew where another was faster.
    /// </summary>
    private async Task SendAsync(CaseId id, string key)
    {
        CommitOutcome outcome;
        do
        {
            var version = (await FindAsync(id))!.Case.Version;
            outcome = await CommitAsync(Sample.Commit(id, key, version));
        }
        while (outcome == CommitOutcome.VersionConflict);

        outcome.Should().Be(CommitOutcome.Committed);
    }
}
