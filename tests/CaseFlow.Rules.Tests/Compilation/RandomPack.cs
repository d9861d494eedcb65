using System.Globalization;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>
/// A random pack in the intermediate form with cases for it: definitions and decisions that read one another.
/// </summary>
internal sealed class RandomPack
{
    private static readonly TypeKind[] Kinds =
    [
        TypeKind.Boolean, TypeKind.Number, TypeKind.Date, TypeKind.Enum, TypeKind.Duration, TypeKind.Money,
        TypeKind.Text,
    ];

    private readonly Random _random;
    private readonly Vocabulary _words;
    private readonly RandomExpressions _expressions;
    private readonly List<DefinitionSymbol> _definitions = [];
    private readonly List<BoundDecision> _decisions = [];
    private readonly ParameterSet[] _parameters;

    public RandomPack(Random random)
    {
        _random = random;
        _words = new Vocabulary(random);
        _expressions = new RandomExpressions(random, _words);
        _parameters = [ParameterSet.Declared, ParameterSet.Declared, _words.Changed(), _words.Changed()];
        var decisions = new RandomDecisions(random, _words, _expressions);
        for (var turn = 1 + random.Next(3); turn > 0; turn--)
        {
            for (var definitions = random.Next(3); definitions > 0; definitions--)
            {
                Define();
            }

            var decision = decisions.Next();
            _decisions.Add(decision);
            Read(decision);
        }
    }

    public BoundPack Pack => new()
    {
        Manifest = new PackManifest("random", "1", "1"),
        Hash = "sha256:random",
        Laws = [],
        Enums = [_words.Enum],
        Records = [_words.Record],
        FactRoots = [_words.Root],
        Calendars = _words.Calendars.ToDictionary(calendar => calendar.Options),
        Parameters = _words.Parameters,
        WordLists = [],
        Checks = [],
        Definitions = _definitions,
        Decisions = _decisions,
        Deadlines = [],
        Lifecycles = [],
        Ladders = [],
        Examples = [],
    };

    /// <summary>The facts of a random case: some unknown, some known to be missing.</summary>
    public CaseFacts Facts()
    {
        var unknown = _random.Next(5) switch { 0 or 1 or 2 => 0, 3 => 15, _ => 50 };
        return CaseFacts.None.With(_words.Facts
            .Where(_ => _random.Next(100) >= unknown)
            .Select(fact => KeyValuePair.Create(
                fact,
                fact.Type.Optional && _random.Next(6) == 0 ? MissingValue.Instance : _words.ValueOf(fact.Type)))
            .ToList());
    }

    /// <summary>A day of a call, with the declared parameters or others.</summary>
    public EvaluationContext Context() =>
        new(_words.Day()) { Parameters = _parameters[_random.Next(_parameters.Length)] };

    private void Define()
    {
        var value = _expressions.Of(Kinds[_random.Next(Kinds.Length)], 2);
        var definition = new DefinitionSymbol("d" + Text(_definitions.Count), value.Type.AsOptional(), Nowhere)
        {
            Value = value, Period = _words.Period(),
        };
        _definitions.Add(definition);
        _expressions.Add(new DefinitionExpression(definition, Nowhere));
    }

    // A collection is read as a list, which no expression here asks for.
    private void Read(BoundDecision decision)
    {
        foreach (var output in decision.Symbol.Outputs.Where(_ => decision.Policy != HitPolicy.Collect))
        {
            _expressions.Add(new OutputExpression(decision.Symbol, output, output.Type.AsOptional(), Nowhere));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
