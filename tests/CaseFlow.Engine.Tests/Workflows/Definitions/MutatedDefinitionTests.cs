using System.Globalization;
using System.Text;
using CaseFlow.Engine.Tests.Workflows.Scripting;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Runtime.Stored;
using CaseFlow.Scripting;

namespace CaseFlow.Engine.Tests.Workflows.Definitions;

/// <summary>
/// Whatever file comes, it is answered with findings, or it is written back without loss, runs, and runs the same where
/// it is kept as bytes after every burst. CASEFLOW_SEED repeats a run, CASEFLOW_MUTANTS lengthens it.
/// </summary>
public sealed class MutatedDefinitionTests(ITestOutputHelper output)
{
    private const int Mutants = 2_000;
    private const int MostResumes = 5;

    private static readonly DateTimeOffset Now = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    // A mutant that goes round for ever is to say so soon.
    private static readonly WorkflowFeatures Features = new(new JintScriptEngine(new StillTime()))
    {
        Limits = BurstLimits.Default with { Steps = 2_000 },
    };

    private static readonly CultureInfo[] Languages =
        [CultureInfo.GetCultureInfo("vi-VN"), CultureInfo.GetCultureInfo("en-GB")];

    [Fact]
    public void ReadAndRun_OfMutatedDefinitions_AnswersAndKeepsTheirMeaning()
    {
        var seed = Setting("CASEFLOW_SEED", new Random().Next());
        var count = Setting("CASEFLOW_MUTANTS", Mutants);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CASEFLOW_SEED={seed} CASEFLOW_MUTANTS={count}"));
        var mutator = new DefinitionMutator(Corpus());
        var ran = 0;

        Parallel.For(0, count, number =>
        {
            var random = new Random(unchecked(seed + (number * 7919)));
            var json = mutator.Next(random);
            try
            {
                ran = Tried(json, random) ? Interlocked.Increment(ref ran) : ran;
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"mutant {number}: {Encoding.UTF8.GetString(json)}"),
                    fault);
            }
        });

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ran} of {count} could be run"));
        (ran * 3).Should().BeGreaterThan(count, "a good part of the mutants is still a workflow");
    }

    // True where it could be run.
    private static bool Tried(byte[] json, Random random)
    {
        var reading = DefinitionReader.Read(json, "mutant");
        Told(reading.Findings);
        if (reading.Definition is not { } definition)
        {
            reading.Findings.Should().NotBeEmpty();
            return false;
        }

        var written = DefinitionWriter.Write(definition);
        var again = DefinitionReader.Read(written, "mutant");
        DefinitionWriter.Write(again.Definition!).Should().Equal(written, "what is written is read as the same");
        var building = ProgramBuilder.Build(definition, Features, IWorkflowLibrary.Empty);
        Told(building.Findings);
        if (building.Program is null)
        {
            return false;
        }

        Ran(definition, keeps: true, new Random(random.Next(1)))
            .Should().Be(Ran(definition, keeps: false, new Random(random.Next(1))));
        return true;
    }

    private static string Ran(WorkflowDefinition definition, bool keeps, Random random)
    {
        var run = WorkflowRun.Start(
            definition, Features, "instance", new Dictionary<string, object?>(), Now, out _)!;
        for (var resumes = 0; resumes < MostResumes && run.State.Bookmarks is { Count: > 0 } open; resumes++)
        {
            if (keeps && StateCodec.Write(run.State) is { Finding: null } kept)
            {
                run.State = StateCodec.Read(kept.Bytes, run.Program).State!;
            }

            run.Resume(open[random.Next(open.Count)].Number, null, Now);
        }

        return string.Join(
            '\n', run.Lines.Append(run.State.SubStatus.ToString()).Concat(run.State.Incidents.Select(one => one.Code)));
    }

    private static void Told(IEnumerable<WorkflowFinding> findings)
    {
        foreach (var finding in findings)
        {
            foreach (var language in Languages)
            {
                finding.Message(language).Should().NotBe(finding.Code, "every finding has words");
                finding.Help(language).Should().NotBe(finding.Code + ".help", "every finding has help");
            }
        }
    }

    private static IEnumerable<string> Corpus() =>
        new[]
        {
            "tests/CaseFlow.Engine.Tests/Workflows/cases", "tests/CaseFlow.Engine.Tests/Workflows/hosted",
            "packs/vietnam-petitions/workflows",
        }.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.json")).Order();

    private static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}
