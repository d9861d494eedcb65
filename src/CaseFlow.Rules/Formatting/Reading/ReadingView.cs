using System.Globalization;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Sources;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>
/// The reading view: every module of a pack in plain sentences with labels instead of names, for people who do not know
/// the language and who sign what they have read. It is made from the text itself, so that nothing is left out.
/// </summary>
public static class ReadingView
{
    /// <summary>Reads a pack and writes it in plain sentences. Never throws on bad text.</summary>
    /// <param name="source">The files.</param>
    /// <param name="culture">The reader's language: Vietnamese, or English for every other.</param>
    /// <param name="day">The day that stands on the view.</param>
    public static ReadingResult Of(IRuleSource source, CultureInfo culture, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(culture);
        var findings = new DiagnosticBag();
        var files = PackReader.Read(source, findings);
        var meanings = new NameMeanings();
        var pack = PackBinder.Bind(files, findings, meanings);
        if (findings.HasErrors)
        {
            return new ReadingResult(null, findings.InOrder());
        }

        var words = new ReadingWords(culture);
        var modules = ModuleOrder.Of([.. files.Modules.Select(module => module.Syntax)]);
        var desk = new ReadingDesk(pack, words, meanings, new ReadingNumbers(modules))
        {
            Register = RegisterLabels.Read(source, pack.Manifest, words.Language),
        };
        var reader = new ModuleReader(desk);
        for (var place = 0; place < modules.Count; place++)
        {
            reader.Read(modules[place], (place + 1).ToString(CultureInfo.InvariantCulture));
        }

        desk.Outline.Item(0, "", words.Fill("Signature"), words.Fill("SignatureLine"));
        var title = words.Fill("Title", pack.Manifest.Name, pack.Manifest.Version);
        string[] head =
        [
            words.Fill("Release", pack.Manifest.Version),
            words.Fill("PackHash", pack.Hash),
            words.Fill("ContentHash", RulePack.ContentHash(source)),
            words.Fill("ReadOn", words.Day(day)),
            words.Fill("HowToRead"),
        ];
        return new ReadingResult(
            new ReadingDocument(words.Language, title, head, desk.Outline.Blocks), findings.InOrder());
    }
}
