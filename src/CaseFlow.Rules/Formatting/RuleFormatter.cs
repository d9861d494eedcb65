using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Formatting.Planning;
using CaseFlow.Rules.Formatting.Printing;
using CaseFlow.Rules.Formatting.Words;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Formatting;

/// <summary>
/// The canonical layout of a module. It prints the words of the text itself, so nothing can be lost, and takes from the
/// tree only where lines begin, where they may be broken, and what stands below one another. The same text always gives
/// the same layout, and a layout formatted again stays as it is. Never throws on any text.
/// </summary>
public static class RuleFormatter
{
    /// <summary>Characters of a line, as they are seen; only a long text or a table's row goes beyond.</summary>
    public const int MaxWidth = 120;

    /// <summary>Lays a module out.</summary>
    /// <param name="path">The module's path, for the places of findings.</param>
    /// <param name="text">Its text.</param>
    public static FormatResult Format(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        var (result, lexed) = ModuleParser.Read(path, text);
        if (result.Diagnostics.Any(finding => finding.Severity == Severity.Error))
        {
            return new FormatResult(text, result.Diagnostics);
        }

        var pieces = PieceReader.Read(text, lexed);
        new OperatorChoice(pieces, lexed.Table).Choose(result.Module);
        new OpeningNames(pieces, lexed.Table).Quote();
        var layout = new Layout(new Measures(pieces));
        new ModulePlanner(pieces, layout).Plan(result.Module);
        return new FormatResult(new LayoutPrinter(pieces, layout).Print(), result.Diagnostics);
    }
}
