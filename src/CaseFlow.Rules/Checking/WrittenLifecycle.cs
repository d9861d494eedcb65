using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>The text of a lifecycle, for fixes that change it.</summary>
internal sealed class WrittenLifecycle(Declared<LifecycleSyntax, BoundLifecycle> declared)
{
    /// <summary>The module that it stands in.</summary>
    public ModuleScope Module => declared.Scope;

    /// <summary>A body as written.</summary>
    public TriggerBodySyntax Of(BoundTriggerBody body) => declared.Symbol.Triggers
        .Zip(declared.Syntax.Triggers, (bound, written) => bound.Versions.Zip(written.Versions))
        .SelectMany(bodies => bodies)
        .First(pair => ReferenceEquals(pair.First, body))
        .Second;
}
