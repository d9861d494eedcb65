using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Rules;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Engine.Workflows.Expressions.Rules;

/// <summary>An expression of the rules language, read and bound; immutable.</summary>
internal sealed class RulesExpression
{
    private const string Manifest = """{"name":"workflow","version":"1","language":"1"}""";

    // What an expression may come to, in the order in which it is tried.
    private static readonly string[] Types = ["boolean", "number", "text", "date", "duration"];

    private readonly CompiledPack? _pack;
    private readonly BoundExpression? _answer;
    private readonly IReadOnlyList<ReadableName> _names;

    private RulesExpression(LoadResult loaded, IReadOnlyList<ReadableName> names)
    {
        _names = names;
        Findings = [.. loaded.Diagnostics.Where(found => found.Span.File == RulesText.AnswerFile).Select(Placed)];
        if (loaded.Pack is { } pack && pack.Definitions.FirstOrDefault(IsAnswer) is { } answer)
        {
            (_pack, _answer) = (new CompiledPack(pack), answer.Value);
        }
    }

    /// <summary>What is wrong with it; places are those of its own text.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>Whether it can be evaluated.</summary>
    public bool IsSound => _answer is not null;

    /// <summary>
    /// Reads an expression, in either language of the rules. Its type is found by trying, beginning with the one that
    /// is needed.
    /// </summary>
    public static RulesExpression Read(string text, IReadOnlyList<ReadableName> names, WorkflowType needed)
    {
        RulesExpression? first = null;
        foreach (var language in (string[])["en", "vi"])
        {
            foreach (var type in Types.OrderByDescending(type => type == RulesText.Word(needed)))
            {
                var read = Read(text, names, type, language);
                if (read.IsSound)
                {
                    return read;
                }

                first ??= read;
                if (read.Findings.All(found => found.Code != RulesCodes.WrongType))
                {
                    // Nothing that another type would mend.
                    first = first.Findings.Any(found => found.Code == RulesCodes.WrongType) ? read : first;
                    break;
                }
            }
        }

        return first!;
    }

    /// <summary>Its value: unknown where it hangs on what nobody has told.</summary>
    /// <param name="today">What it takes for today.</param>
    /// <param name="valueOf">The value of a variable or input by name.</param>
    /// <exception cref="EvaluationFaultException">It has no answer, such as for a division by zero.</exception>
    public Value Evaluate(DateOnly today, Func<string, object?> valueOf)
    {
        var known = new List<KeyValuePair<FieldSymbol, Value>>();
        foreach (var fact in _pack!.Pack.FactRoots.SelectMany(root => root.Fields))
        {
            if (RulesValues.Told(fact, _names, valueOf) is { } value)
            {
                known.Add(KeyValuePair.Create(fact, value));
            }
        }

        return _pack.Evaluate(CaseFacts.None.With(known), new EvaluationContext(today)).Value(_answer!, today);
    }

    private static RulesExpression Read(
        string text, IReadOnlyList<ReadableName> names, string type, string language)
    {
        var loaded = RulePack.Load(InMemoryRuleSource.OfTexts(
            ("pack.json", Manifest),
            ("names.cfr", RulesText.Names(names)),
            (RulesText.AnswerFile, RulesText.Module(text, type, language))));
        return new RulesExpression(loaded, names);
    }

    private static bool IsAnswer(DefinitionSymbol definition) => definition.Name == RulesText.Answer;

    // The place in the expression's own text.
    private static Diagnostic Placed(Diagnostic found)
    {
        var line = found.Span.Line - RulesText.FirstLine + 1;
        var span = found.Span with { File = "", Line = Math.Max(1, line), Column = line < 1 ? 1 : found.Span.Column };
        return found with { Span = span, Fixes = [], Related = [] };
    }
}
