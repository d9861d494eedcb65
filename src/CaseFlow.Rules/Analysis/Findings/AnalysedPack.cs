using CaseFlow.Rules.Analysis.Witnesses;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>A pack under analysis: its words, and the interpreter that witnesses are tried on.</summary>
internal sealed class AnalysedPack(BoundPack pack)
{
    private readonly Dictionary<string, BoundModule> _modules =
        pack.Modules.ToDictionary(module => module.Path, StringComparer.Ordinal);

    private readonly Dictionary<string, ModuleWords> _words = new(StringComparer.Ordinal);
    private CompiledPack? _compiled;

    /// <summary>The pack.</summary>
    public BoundPack Pack => pack;

    /// <summary>Its decisions.</summary>
    public IReadOnlyDictionary<DecisionSymbol, BoundDecision> Decisions { get; } =
        pack.Decisions.ToDictionary(decision => decision.Symbol);

    /// <summary>The pack, ready to decide. It is asked for few cases, which compiling would take longer than.</summary>
    public CompiledPack Compiled => _compiled ??= new CompiledPack(pack) { StaysInterpreted = true };

    /// <summary>The words of the module that a place lies in.</summary>
    public ModuleWords WordsAt(SourceSpan span)
    {
        var language = _modules.GetValueOrDefault(span.File)?.Language ?? "en";
        if (!_words.TryGetValue(language, out var words))
        {
            _words.Add(language, words = new ModuleWords(language));
        }

        return words;
    }

    /// <summary>How a decision comes out for a case; null where the case has no answer.</summary>
    public DecisionOutcome? Decide(DecisionSymbol decision, CaseSketch sketch)
    {
        try
        {
            return Compiled.Evaluate(sketch.Facts, sketch.Context).Decide(decision);
        }
        catch (EvaluationFaultException)
        {
            return null;
        }
    }

    /// <summary>A case with what comes out of it, as an example that passes.</summary>
    public Witness Shown(DecisionSymbol decision, CaseSketch sketch)
    {
        var (words, outcome) = (WordsAt(decision.Span), Decide(decision, sketch)!);
        var example = outcome.Status == OutcomeStatus.Conflict
            ? ExampleText.OfConflict(words, decision, sketch)
            : ExampleText.OfOutcome(words, decision, sketch, outcome.Outputs);
        return new Witness(sketch.Facts, sketch.Day, outcome.GoverningDate, example);
    }

    /// <summary>The fix that puts an example after the last line of the module a place lies in.</summary>
    public IEnumerable<TextFix> Inserted(string example, SourceSpan span) =>
        _modules.TryGetValue(span.File, out var module)
            ? [new TextFix([new TextEdit(module.End, (module.End.Column > 1 ? "\n\n" : "\n") + example)])]
            : [];
}
