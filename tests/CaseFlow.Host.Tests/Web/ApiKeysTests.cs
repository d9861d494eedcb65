using CaseFlow.Host.Composition;
using CaseFlow.Host.Web;

namespace CaseFlow.Host.Tests.Web;

public sealed class ApiKeysTests
{
    [Fact]
    public void Find_ConfiguredKeys_KnowsEachByItsHashAloneAndNoOther()
    {
        var (first, second) = (ApiKeys.NewKey(), ApiKeys.NewKey());
        var keys = new ApiKeys([Setting("a", first), Setting("b", second)]);

        keys.Find(first)!.Name.Should().Be("a");
        keys.Find(second)!.Name.Should().Be("b");
        keys.Find("").Should().BeNull();
        keys.Find(ApiKeys.HashOf(first)).Should().BeNull();
        first.Should().NotBe(second).And.HaveLength(68);
    }

    private static ApiKeySetting Setting(string name, string key) =>
        new() { Name = name, Hash = ApiKeys.HashOf(key), Principal = name };
}
