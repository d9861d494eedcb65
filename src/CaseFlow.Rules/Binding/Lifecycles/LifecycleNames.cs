using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Sources;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Lifecycles;

/// <summary>Finds states, deadlines, roles and agencies by name; what is not there is CF3412.</summary>
/// <param name="agencies">Names of the agency register; null: the pack has none, and roles and agencies are not
/// checked.</param>
internal sealed class LifecycleNames(AgencyNames? agencies)
{
    /// <summary>The deadlines of these names.</summary>
    public static IReadOnlyList<BoundDeadline> Deadlines(IReadOnlyList<Name> names, ModuleScope module) =>
        [.. names.Select(name => Deadline(name, module)).OfType<BoundDeadline>()];

    /// <summary>The deadline of a name, or null with a finding.</summary>
    public static BoundDeadline? Deadline(Name name, ModuleScope module) =>
        module.Resolve(module.Names.Deadlines, name, RulesCodes.UnknownLifecycleName);

    /// <summary>The state of a name in a lifecycle, or null with a finding.</summary>
    public static BoundState? State(Name name, NameIndex<BoundState> states, ModuleScope module)
    {
        if (module.Member(states, name) is { } state)
        {
            return state;
        }

        module.ReportUnknown(name, RulesCodes.UnknownLifecycleName, states.Symbols, name.Text);
        return null;
    }

    /// <summary>A role, checked against the register.</summary>
    public string Role(Name name, ModuleScope module) => Known(name, agencies?.HasRole(name), module);

    /// <summary>Whom a ladder's action goes to, checked against the register.</summary>
    public BoundRecipient Recipient(RecipientSyntax who, ModuleScope module)
    {
        var name = who.Name switch
        {
            null => null,
            { } role when who.Kind == RecipientKind.Role => Role(role, module),
            { } agency => Known(agency, agencies?.HasAgency(agency), module),
        };
        var level = who.Level is { } written ? Known(written, agencies?.HasLevel(written), module) : null;
        return new BoundRecipient(who.Kind, name, level);
    }

    private static string Known(Name name, bool? isKnown, ModuleScope module)
    {
        if (isKnown == false)
        {
            module.ReportUnknown(name, RulesCodes.UnknownLifecycleName, Array.Empty<Symbol>(), name.Text);
        }

        return name.Text;
    }
}
