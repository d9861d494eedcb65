using System.Reflection;

namespace CaseFlow.Architecture.Tests.Shapes;

/// <summary>The public surface of the libraries, held against the snapshots in `api/`.</summary>
public sealed class ApiTests
{
    /// <summary>Set to 1, the snapshots are written anew; review the difference.</summary>
    private const string Write = "CASEFLOW_WRITE_API";

    [Theory]
    [InlineData("CaseFlow.Rules")]
    [InlineData("CaseFlow.Engine")]
    public void Surface_OfALibrary_IsTheReviewedOne(string assembly)
    {
        var file = Repository.PathOf($"tests/CaseFlow.Architecture.Tests/api/{assembly}.txt");
        var surface = PublicSurface.Describe(Assembly.Load(assembly));
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, surface);
        }

        var reviewed = File.ReadAllLines(file);
        var now = surface.TrimEnd('\n').Split('\n');
        now.Except(reviewed).Should().BeEmpty("a new public member is reviewed: run with {0}=1", Write);
        reviewed.Except(now).Should().BeEmpty("a public member that goes is a break: run with {0}=1", Write);
        now.Should().Equal(reviewed);
    }
}
