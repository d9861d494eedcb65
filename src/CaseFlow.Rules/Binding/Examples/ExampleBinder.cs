using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Examples;

/// <summary>Binds examples.</summary>
internal sealed class ExampleBinder(ExpressionBinder expressions, MemberNames members)
{
    private readonly GivenBinder _given = new(expressions, members);

    /// <summary>The examples of all modules, in order.</summary>
    /// <param name="pack">The declarations.</param>
    /// <param name="rules">The names of rules in each decision.</param>
    public IReadOnlyList<BoundExample> Bind(PackDeclarations pack, RuleNames rules)
    {
        var wants = new WantBinder(expressions, members, rules);
        return [.. pack.All<ExampleSyntax>().Select(example => Bind(example.Syntax, example.Scope, wants))];
    }

    private BoundExample Bind(ExampleSyntax syntax, ModuleScope module, WantBinder wants) => new(
        syntax.Title,
        syntax.Today,
        _given.Facts(syntax.Given, module),
        [.. syntax.Wants.Select(want => wants.Bind(want, module)).OfType<BoundWant>()],
        syntax);
}
