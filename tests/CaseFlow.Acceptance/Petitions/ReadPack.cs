using CaseFlow.Engine.Definitions;

namespace CaseFlow.Acceptance.Petitions;

/// <summary>The pack under test as the engine reads it.</summary>
internal static class ReadPack
{
    private static readonly Lazy<CasePack> Once = new(() => Of(PackFiles.Vietnam));

    /// <summary>packs/vietnam-petitions, read once.</summary>
    public static CasePack Vietnam => Once.Value;

    /// <summary>Reads a pack; what is wrong with it fails the test, with its places.</summary>
    public static CasePack Of(PackFiles files)
    {
        var reading = CasePackReader.Read(files.Source);
        return reading.Pack ?? throw new InvalidOperationException("The pack does not load: " + string.Join(
            "; ",
            reading.Diagnostics.Select(found => $"{found.Span} {found.Code}")
                .Concat(reading.Problems.Select(problem => $"{problem.Place} {problem.Code}"))));
    }
}
