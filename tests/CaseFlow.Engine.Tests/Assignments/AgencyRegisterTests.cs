using System.Text;
using CaseFlow.Engine.Assignments;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Tests.Kit;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Tests.Assignments;

public sealed class AgencyRegisterTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private readonly AgencyRegister _register = TestPacks.Works.Agencies;

    [Fact]
    public void Holder_IsTheOfficerWhoHoldsTheCase()
    {
        Resolve(new BoundRecipient(RecipientKind.Holder, null, null), "ward", "off-x").Officers.Should().Equal("off-x");
    }

    [Fact]
    public void Superior_IsTheAgencyAbove()
    {
        Resolve(new BoundRecipient(RecipientKind.Superior, null, null), "ward", null).Agency.Should().Be("province");
    }

    [Fact]
    public void Superior_OfTheTopmost_IsUnresolved()
    {
        Resolve(new BoundRecipient(RecipientKind.Superior, null, null), "province", null)
            .Unresolved.Should().Be(UnresolvedReason.NoSuperior);
    }

    [Fact]
    public void Role_AtALevel_IsFoundUpTheLine()
    {
        var found = Resolve(new BoundRecipient(RecipientKind.Role, "inspector", "province"), "ward", null);

        found.Agency.Should().Be("province");
        found.Officers.Should().Equal("off-inspector-1", "off-inspector-2");
    }

    [Theory]
    [InlineData("inspector", null, UnresolvedReason.NobodyInRole)]
    [InlineData("inspector", "ministry", UnresolvedReason.NoSuchLevel)]
    public void Role_ThatNobodyHolds_SaysWhy(string role, string? level, UnresolvedReason reason)
    {
        Resolve(new BoundRecipient(RecipientKind.Role, role, level), "ward", null).Unresolved.Should().Be(reason);
    }

    [Theory]
    [InlineData("2025-06-30", "old_district")]
    [InlineData("2025-07-01", "ward")]
    public void Agency_ThatWasAbolished_IsItsSuccessorFromThatDay(string day, string agency)
    {
        _register.InOffice("old_district", Desk.Day(day))!.Id.Should().Be(agency);
    }

    [Fact]
    public void Read_OfARegisterWithManyFaults_TellsThemAll()
    {
        var reading = Read(
            """
            {"agencies":[
              {"id":"a","superior":"b"},
              {"id":"b","superior":"a","successor":"nowhere","roles":{"head":["nobody"]}}],
             "officers":[]}
            """);

        reading.Register.IsEmpty.Should().BeTrue();
        reading.Problems.Select(problem => problem.Code).Should().BeEquivalentTo(
        [
            EngineCodes.RegisterUnknownName, EngineCodes.RegisterUnknownName,
            EngineCodes.RegisterCircle, EngineCodes.RegisterCircle,
        ]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"agencies":{}}""")]
    [InlineData("""{"agencies":[{"name":{}}]}""")]
    [InlineData("""{"agencies":[{"id":"a","until":"soon"}]}""")]
    [InlineData("""{"agencies":[{"id":"a","roles":{"head":"x"}}]}""")]
    [InlineData("""{"agencies":[7]}""")]
    public void Read_OfNoSuchForm_TellsThePlace(string json)
    {
        Read(json).Problems.Should().Contain(problem => problem.Code == EngineCodes.RegisterMalformed);
    }

    [Fact]
    public void Read_OfAnIdGivenTwice_TellsIt()
    {
        Read("""{"agencies":[{"id":"a"},{"id":"a"}]}""").Problems
            .Should().ContainSingle().Which.Code.Should().Be(EngineCodes.RegisterDuplicate);
    }

    private static RegisterReading Read(string json) => AgencyRegisterReader.Read(Encoding.UTF8.GetBytes(json));

    private Recipient Resolve(BoundRecipient who, string? agency, string? holder) =>
        _register.Resolve(who, agency, holder, Day);
}
