namespace CaseFlow.Architecture.Tests.Papers;

/// <summary>The programs of the guides compile and do what the guides say.</summary>
public sealed class EmbeddingGuideTests
{
    [Fact]
    public void Program_OfTheGuide_CompilesAndRuns() => GuideProgram
        .Run("docs/guides/embedding.md", Repository.PathOf("packs/vietnam-petitions")).Should().Be(0);

    [Fact]
    public void Program_OfWorkflows_CompilesAndRuns() => GuideProgram
        .Run("docs/workflows.md", Repository.PathOf("packs/vietnam-petitions")).Should().Be(0);
}
