using CaseFlow.Rules.Binding.Names;

namespace CaseFlow.Rules.Binding;

/// <summary>A declaration with its symbol and the module it stands in.</summary>
internal sealed record Declared<TSyntax, TSymbol>(TSyntax Syntax, TSymbol Symbol, ModuleScope Scope);
