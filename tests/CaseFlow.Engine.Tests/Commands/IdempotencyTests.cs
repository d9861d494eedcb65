using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Commands;

public sealed class IdempotencyTests
{
    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task Open_Repeated_GivesTheFirstAnswerAndStoresNobodyTwice()
    {
        var command = new OpenCase("k", Desk.Resolver)
        {
            Facts = Desk.Complaint("2026-03-02"), Petitioners = [new PetitionerIdentity("A", null, null, null)],
        };

        var first = await _desk.Do(command);
        var second = await _desk.Do(command with { Facts = Desk.Complaint("2026-03-02") });

        second.Repeated.Should().BeTrue();
        second.Should().BeEquivalentTo(first, options => options.Excluding(result => result.Repeated));
        second.Tracking.Should().NotBeNull();
        _desk.GoTo("2026-04-02T09:00:00+07:00");
        (await _desk.Vault.ListAsync(_desk.Clock.GetUtcNow(), null, 10, CancellationToken.None))
            .Should().ContainSingle();
    }

    [Fact]
    public async Task Trigger_RepeatedAfterTheStateChanged_IsStillAccepted()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));
        var command = new FireTrigger("k", Desk.Resolver, id, "withdraw") { ExpectedVersion = 3 };

        var first = await _desk.Do(command);
        var second = await _desk.Do(command);

        second.Status.Should().Be(CommandStatus.Accepted);
        second.Version.Should().Be(first.Version);
        second.Repeated.Should().BeTrue();
    }

    [Fact]
    public async Task Key_ReusedWithAnotherBody_IsRefusedWhateverTheState()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));
        await _desk.Do(new FireTrigger("k", Desk.Resolver, id, "withdraw"));

        var result = await _desk.Do(new FireTrigger("k", Desk.Resolver, id, "reject"));

        result.Status.Should().Be(CommandStatus.KeyReused);
        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.KeyReused);
    }

    [Fact]
    public async Task Body_WithItsKeysInAnotherOrder_IsTheSameBody()
    {
        var first = await _desk.Do(new OpenCase("k", Desk.Resolver)
        {
            Facts = Desk.Json("""{"petition":{"kind":"complaint","received_on":"2026-03-02"}}"""),
        });
        var second = await _desk.Do(new OpenCase("k", Desk.Resolver)
        {
            Facts = Desk.Json("""{"petition":{"received_on":"2026-03-02","kind":"complaint"}}"""),
        });

        second.Repeated.Should().BeTrue();
        second.CaseId.Should().Be(first.CaseId);
    }

    [Fact]
    public async Task Refusal_UsesUpNoKey()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));
        var command = new FireTrigger("k", Desk.Resolver, id, "verify");
        await _desk.Do(command);
        await _desk.Fire(id, "accept", """{"on":"2026-03-02"}""");

        (await _desk.Do(command)).Status.Should().Be(CommandStatus.Accepted);
    }

    [Fact]
    public async Task Command_WithoutAKey_IsMalformed()
    {
        var result = await _desk.Do(new OpenCase(" ", Desk.Resolver));

        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.NoKey);
    }

    [Fact]
    public async Task Triggers_RacingOnOneCase_LetExactlyOneTakeEffect()
    {
        for (var round = 0; round < 50; round++)
        {
            var id = await _desk.Open(Desk.Complaint("2026-03-02"));
            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
                async () => await _desk.Try(id, "withdraw"))));

            results.Count(result => result.Status == CommandStatus.Accepted).Should().Be(1);
            results.Count(result => result.Status == CommandStatus.Refused).Should().Be(7);
        }
    }

    [Fact]
    public async Task Commands_RacingUnderOneKey_LetExactlyOneTakeEffect()
    {
        for (var round = 0; round < 50; round++)
        {
            var command = new OpenCase(_desk.NextKey(), Desk.Resolver) { Facts = Desk.Complaint("2026-03-02") };
            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
                async () => await _desk.Do(command))));

            results.Should().OnlyContain(result => result.Status == CommandStatus.Accepted);
            results.Select(result => result.CaseId).Distinct().Should().ContainSingle();
            results.Count(result => !result.Repeated).Should().Be(1);
        }
    }
}
