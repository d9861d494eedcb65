using System.Text;
using System.Text.Json;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Reloading;

/// <summary>What came of changing parameters in a pack's text.</summary>
/// <param name="Source">The changed files; null where there is a problem.</param>
/// <param name="Problems">Every parameter that there is none of, and every value of another type.</param>
public sealed record ParameterEditResult(InMemoryRuleSource? Source, IReadOnlyList<FactProblem> Problems)
{
    /// <summary>What was changed, in the order of the pack; empty where there is a problem.</summary>
    public IReadOnlyList<ParameterChange> Changes { get; init; } = [];
}

/// <summary>A parameter's value in a pack's text, before and after a change.</summary>
/// <param name="Parameter">The parameter, as the pack before declares it.</param>
/// <param name="Before">Its latest value.</param>
/// <param name="After">The value in its place.</param>
public sealed record ParameterChange(ParameterSymbol Parameter, Value Before, Value After);

/// <summary>
/// Changes parameters in the text of a pack: the pack's hash tells the change, and the text stays the truth. Whether a
/// new value keeps to bounds, step and checks is for loading the changed pack to say.
/// </summary>
public static class ParameterEdits
{
    /// <summary>
    /// The pack's files with other values of some parameters; of a dated one the latest value changes.
    /// </summary>
    /// <param name="source">The pack's files.</param>
    /// <param name="pack">The same pack, bound.</param>
    /// <param name="values">The new values by name or alias, in the JSON of facts.</param>
    public static ParameterEditResult Apply(
        IRuleSource source, BoundPack pack, IEnumerable<KeyValuePair<string, JsonElement>> values)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(values);
        var reading = new ValueReading();
        var changes = Read(pack, values, reading);
        if (reading.Problems.Count > 0)
        {
            return new ParameterEditResult(null, reading.Problems);
        }

        var files = source.Files.ToDictionary(
            path => path, path => source.Read(path)!.Value.ToArray(), StringComparer.Ordinal);
        foreach (var file in changes.GroupBy(change => change.Key.Span.File, StringComparer.Ordinal))
        {
            files[file.Key] = Edited(file.Key, files[file.Key], file);
        }

        return new ParameterEditResult(new InMemoryRuleSource(files), [])
        {
            Changes =
            [
                .. from parameter in pack.Parameters
                   where changes.ContainsKey(parameter)
                   select new ParameterChange(parameter, parameter.Values[^1].Value, changes[parameter]),
            ],
        };
    }

    private static Dictionary<ParameterSymbol, Value> Read(
        BoundPack pack, IEnumerable<KeyValuePair<string, JsonElement>> values, ValueReading reading)
    {
        var names = NameIndex<ParameterSymbol>.Of(pack.Parameters);
        var changes = new Dictionary<ParameterSymbol, Value>();
        foreach (var (name, json) in values)
        {
            if (names.Find(name) is not { } parameter)
            {
                reading.Refuse(new FactProblem(name, RulesCodes.UnknownName, [name])
                {
                    DidYouMean = ValueReading.Nearest(name, names.Symbols),
                });
            }
            else if (changes.ContainsKey(parameter))
            {
                reading.Refuse(parameter.Name, RulesCodes.JsonKeyTwice, parameter.Name);
            }
            else if (reading.Value(json, parameter.Type, parameter.Name, 1) is { } value)
            {
                changes.Add(parameter, value);
                RefuseUnwritable(value, json, parameter.Name, reading);
            }
        }

        return changes;
    }

    // The language's texts have no escapes: a quote or a line's end would end the literal.
    private static void RefuseUnwritable(Value value, JsonElement json, string name, ValueReading reading)
    {
        if (value is TextValue text && text.Value.Any(letter => char.IsControl(letter) || letter is '"' or '“' or '”'))
        {
            reading.RefuseType(name, json, "text without quotes and line ends");
        }
    }

    private static byte[] Edited(string path, byte[] content, IEnumerable<KeyValuePair<ParameterSymbol, Value>> changes)
    {
        var module = ModuleParser.Parse(path, content).Module;
        var preamble = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var text = Encoding.UTF8.GetString(content, preamble, content.Length - preamble);
        var edits = changes
            .Select(change => (Place: PlaceOf(module, change.Key), Text: LiteralText.Of(change.Value, module.Language)))
            .OrderByDescending(edit => edit.Place.Start);
        foreach (var (place, literal) in edits)
        {
            text = string.Concat(text.AsSpan(0, place.Start), literal, text.AsSpan(place.End));
        }

        return [.. content.AsSpan(0, preamble), .. Encoding.UTF8.GetBytes(text)];
    }

    private static SourceSpan PlaceOf(ModuleSyntax module, ParameterSymbol parameter) => module.Declarations
        .OfType<ParameterSyntax>()
        .First(declared => declared.Name.Span == parameter.Span)
        .Values
        .MaxBy(dated => dated.From ?? DateOnly.MinValue)!
        .Value.Span;
}
