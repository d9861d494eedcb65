using System.Reflection;
using System.Xml.Linq;

namespace CaseFlow.Architecture.Tests.Dependencies;

/// <summary>Host -> Storage -> Engine -> Rules -> base library, and never the other way.</summary>
public sealed class DirectionTests
{
    private static readonly string[] Database = ["Microsoft.Data.Sqlite", "SQLitePCLRaw", "Npgsql"];

    [Fact]
    public void Rules_References_OnlyTheBaseLibrary() =>
        References("CaseFlow.Rules").Should().OnlyContain(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Theory]
    [InlineData("CaseFlow.Rules", "CaseFlow.Engine", "CaseFlow.Storage", "caseflow")]
    [InlineData("CaseFlow.Engine", "CaseFlow.Storage", "CaseFlow.Scripting", "caseflow")]
    [InlineData("CaseFlow.Storage", "CaseFlow.Scripting", "caseflow")]
    [InlineData("CaseFlow.Scripting", "CaseFlow.Storage", "caseflow")]
    public void Project_References_NothingAboveIt(string assembly, params string[] above) =>
        References(assembly).Should().NotContain(above);

    [Fact]
    public void Engine_References_NeitherWebNorDatabase() =>
        References("CaseFlow.Engine").Should().OnlyContain(name =>
            name.StartsWith("System.", StringComparison.Ordinal)
            || name == "CaseFlow.Rules"
            || (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                && name.EndsWith(".Abstractions", StringComparison.Ordinal)));

    [Fact]
    public void Storage_References_NoWebFramework() =>
        References("CaseFlow.Storage").Should().OnlyContain(name =>
            name.StartsWith("System.", StringComparison.Ordinal)
            || name.StartsWith("CaseFlow.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || Database.Any(driver => name.StartsWith(driver, StringComparison.Ordinal)));

    // The compiler drops references that no code uses, so the project files are read as well.
    [Theory]
    [InlineData("CaseFlow.Rules", "")]
    [InlineData("CaseFlow.Engine", "CaseFlow.Rules")]
    [InlineData("CaseFlow.Storage", "CaseFlow.Engine")]
    [InlineData("CaseFlow.Scripting", "CaseFlow.Engine")]
    [InlineData("CaseFlow.Host", "CaseFlow.Storage,CaseFlow.Scripting")]
    public void ProjectFile_References_TheNextProjectBelow(string project, string below) =>
        ProjectReferences(project).Should().Equal(below.Split(',', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void RulesProjectFile_HasNoPackages() =>
        Project("CaseFlow.Rules").Descendants("PackageReference").Should().BeEmpty();

    private static IEnumerable<string> References(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!);

    private static IEnumerable<string> ProjectReferences(string project) => Project(project)
        .Descendants("ProjectReference")
        .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
        .Select(path => Path.GetFileNameWithoutExtension(path));

    private static XDocument Project(string name) =>
        XDocument.Load(Repository.PathOf($"src/{name}/{name}.csproj"));
}
