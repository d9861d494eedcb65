using System.Globalization;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>
/// The numbers of items, known before anything is written: `2.5` is the fifth declaration of the second module.
/// </summary>
internal sealed class ReadingNumbers
{
    private readonly Dictionary<SourceSpan, string> _bySpan = [];

    /// <summary>Numbers the declarations of some modules.</summary>
    public ReadingNumbers(IReadOnlyList<ModuleSyntax> modules)
    {
        for (var module = 0; module < modules.Count; module++)
        {
            for (var place = 0; place < modules[module].Declarations.Count; place++)
            {
                var declaration = modules[module].Declarations[place];
                var number = Join(Text(module + 1), place + 1);
                _bySpan[declaration.Span] = number;
                if (NameOf(declaration) is { } name)
                {
                    _bySpan[name.Span] = number;
                }
            }
        }
    }

    /// <summary>The number of a declaration, by its own place or that of its name.</summary>
    public string Of(SourceSpan span) => _bySpan.GetValueOrDefault(span, "");

    /// <summary>`2.5` and 3 give `2.5.3`.</summary>
    public static string Join(string number, int place) => number + "." + Text(place);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Name? NameOf(DeclarationSyntax declaration) => declaration switch
    {
        DecisionSyntax decision => decision.Name,
        DefinitionSyntax definition => definition.Name,
        ParameterSyntax parameter => parameter.Name,
        WordsSyntax list => list.Name,
        _ => null,
    };
}
