using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Rules;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Bench.Decisions;

/// <summary>
/// Cases for the petition pack: the facts that its sample petitions tell when they are opened, each with those of an
/// example of competence of the same kind, which the samples leave open.
/// </summary>
internal static class PetitionCases
{
    /// <summary>The folder of the pack, in the working directory or one above it.</summary>
    public static string Folder { get; } = Above(Directory.GetCurrentDirectory());

    public static BoundPack Load()
    {
        var files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
        var loaded = RulePack.Load(new InMemoryRuleSource(files));
        return loaded.Pack ?? throw new InvalidOperationException(loaded.Diagnostics[0].ToString());
    }

    /// <summary>The cases on which the rules have the last word to every assessment, and how many there were.</summary>
    public static (List<(CaseFacts Facts, EvaluationContext Context)> Settled, int All) Of(CompiledPack pack)
    {
        var examples = pack.Pack.Examples.Where(example => IsOfCompetence(pack, example)).ToList();
        var all = Samples(pack.Pack).SelectMany(sample => examples
            .Where(example => IsAlike(example, sample.Facts))
            .Select(example => (
                Facts: sample.Facts.With(example.Facts),
                Context: new EvaluationContext(example.Today ?? sample.Day))))
            .ToList();
        return ([.. all.Where(one => IsSettled(pack, one.Facts, one.Context))], all.Count);
    }

    private static IEnumerable<(CaseFacts Facts, DateOnly Day)> Samples(BoundPack pack) =>
        File.ReadLines(Path.Join(Folder, "petitions", "samples.jsonl")).Select(line =>
        {
            var sample = JsonNode.Parse(line)!.AsObject();
            var read = FactReader.Read(sample["facts"]!.AsObject(), pack);
            return read.Problems.Count == 0
                ? (read.Facts, DateOnly.ParseExact(
                    sample["opensOn"]!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture))
                : throw new InvalidOperationException(read.Problems[0].Path);
        });

    private static bool IsOfCompetence(CompiledPack pack, BoundExample example)
    {
        var evaluation = pack.Evaluate(
            CaseFacts.None.With(example.Facts), new EvaluationContext(example.Today ?? DateOnly.MaxValue));
        return pack.Pack.Assessments.Where(decision => decision.Name.EndsWith("_competence", StringComparison.Ordinal))
            .Any(decision => evaluation.Decide(decision).Status == OutcomeStatus.Decided);
    }

    private static bool IsAlike(BoundExample example, CaseFacts facts) =>
        example.Facts.FirstOrDefault(fact => fact.Key.Path == "petition.kind") is { Key: { } kind } told
        && told.Value.Equals(facts[kind]);

    private static bool IsSettled(CompiledPack pack, CaseFacts facts, EvaluationContext context)
    {
        var evaluation = pack.Evaluate(facts, context);
        try
        {
            return pack.Pack.Assessments.All(decision =>
                evaluation.Decide(decision).Status != OutcomeStatus.Undecided);
        }
        catch (EvaluationFaultException)
        {
            return false;
        }
    }

    private static string Above(string folder)
    {
        var pack = Path.Join(folder, "packs", "vietnam-petitions");
        return Directory.Exists(pack) ? pack
            : Directory.GetParent(folder) is { } parent ? Above(parent.FullName)
            : throw new DirectoryNotFoundException("Run it within the repository: packs/vietnam-petitions.");
    }
}
