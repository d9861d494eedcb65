using System.Globalization;
using System.Reflection;

namespace CaseFlow.Storage.Tests;

public sealed class StorageMessagesTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    public static TheoryData<string> Codes => [.. StorageCodes.All];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_InBothLanguages_HasAMessageAndAHelpOfItsOwn(string code)
    {
        string[] arguments = ["/data/x.db", "2", "1"];

        var fault = new StorageException(code, arguments);

        fault.Describe(English).Should().NotBe(code).And.NotEndWith(".").And.NotContain("\n");
        fault.Describe(Vietnamese).Should().NotBe(fault.Describe(English)).And.Contain(arguments[0]);
        fault.Help(English).Should().NotBeEmpty();
        fault.Help(Vietnamese).Should().NotBeEmpty().And.NotBe(fault.Help(English));
    }

    [Fact]
    public void Catalogue_OfCodes_ListsEveryConstantOnce()
    {
        var constants = typeof(StorageCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);

        StorageCodes.All.Should().BeEquivalentTo(constants).And.OnlyHaveUniqueItems();
    }
}
