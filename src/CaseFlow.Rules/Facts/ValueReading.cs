using System.Globalization;
using System.Text;
using System.Text.Json;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Facts;

/// <summary>Reads JSON into values of declared types and gathers everything that is wrong.</summary>
internal sealed class ValueReading
{
    /// <summary>How deep facts may nest: records in lists in records; no pack comes near.</summary>
    public const int DepthLimit = 16;

    // Facts with more wrong names are of another pack, and guessing what each means would take seconds.
    private const int MostGuessed = 100;

    private const int LongestQuoted = 60;
    private readonly MemberNames _members = new();
    private readonly List<FactProblem> _problems = [];

    /// <summary>What is wrong so far, in order.</summary>
    public IReadOnlyList<FactProblem> Problems => _problems;

    /// <summary>The fields of an object that could be read.</summary>
    public IReadOnlyList<KeyValuePair<FieldSymbol, Value>> Fields(
        JsonElement json, NameIndex<FieldSymbol> names, string path, int depth)
    {
        var read = new List<KeyValuePair<FieldSymbol, Value>>();
        var seen = new HashSet<FieldSymbol>();
        foreach (var property in json.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            var field = names.Find(name);
            var fieldPath = Joined(path, field?.Name ?? name);
            if (field is null)
            {
                RefuseName(fieldPath, name, names.Symbols);
            }
            else if (!seen.Add(field))
            {
                Refuse(fieldPath, RulesCodes.JsonKeyTwice, fieldPath);
            }
            else if (Value(property.Value, field.Type, fieldPath, depth) is { } value)
            {
                read.Add(new KeyValuePair<FieldSymbol, Value>(field, value));
            }
        }

        return read;
    }

    /// <summary>The value, or null where it was refused.</summary>
    public Value? Value(JsonElement json, RuleType type, string path, int depth)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return type.Optional ? MissingValue.Instance : Refuse(path, RulesCodes.JsonNullNotAllowed, path);
        }

        if (depth > DepthLimit)
        {
            return Refuse(path, RulesCodes.JsonTooDeep, path, Text(DepthLimit));
        }

        return type.Kind switch
        {
            TypeKind.Record => Record(json, type, path, depth),
            TypeKind.List or TypeKind.Set => List(json, type, path, depth),
            TypeKind.Enum => Member(json, type, path),
            _ => Scalar(json, type) ?? RefuseType(path, json, type),
        };
    }

    /// <summary>Something is wrong.</summary>
    public Value? Refuse(string path, string code, params string[] arguments)
    {
        _problems.Add(new FactProblem(path, code, arguments));
        return null;
    }

    /// <summary>Something is wrong.</summary>
    public void Refuse(FactProblem problem) => _problems.Add(problem);

    /// <summary>
    /// The value is of another type than the declared one; it is not quoted, for it may be a person's.
    /// </summary>
    public Value? RefuseType(string path, JsonElement json, string needed) =>
        Refuse(path, RulesCodes.WrongType, path, JsonWords.ShapeOf(json.ValueKind), needed);

    private Value? RefuseType(string path, JsonElement json, RuleType needed)
    {
        _problems.Add(new FactProblem(
            path,
            RulesCodes.WrongType,
            [path, JsonWords.ShapeOf(json.ValueKind), TypeWords.Of(needed, "en").Text])
        {
            Labels = JsonWords.Of(json.ValueKind, needed),
        });
        return null;
    }

    /// <summary>No fact, field or input has that name.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="written">The name as given.</param>
    /// <param name="known">What it may have been meant for.</param>
    public void RefuseName(string path, string written, IEnumerable<Symbol> known) =>
        _problems.Add(new FactProblem(path, RulesCodes.UnknownFact, [Quoted(path)])
        {
            DidYouMean = _problems.Count < MostGuessed ? Nearest(written, known) : null,
        });

    /// <summary>The nearest name; none is sought for a key longer than any name.</summary>
    public static string? Nearest(string written, IEnumerable<Symbol> symbols) =>
        written.Length > LongestQuoted ? null : Suggestions.Nearest(written, symbols);

    private static Value? Scalar(JsonElement json, RuleType type) => (type.Kind, json.ValueKind) switch
    {
        (TypeKind.Boolean, JsonValueKind.True) => BooleanValue.Yes,
        (TypeKind.Boolean, JsonValueKind.False) => BooleanValue.No,
        (TypeKind.Number, JsonValueKind.Number) => json.TryGetDecimal(out var number) ? new NumberValue(number) : null,
        (TypeKind.Text, JsonValueKind.String) => TextOf(json) is { } text ? new TextValue(text) : null,
        (TypeKind.Date, JsonValueKind.String) => Date(TextOf(json)),
        (TypeKind.Duration, JsonValueKind.Object) => Duration(json),
        (TypeKind.Money, JsonValueKind.Object) => Money(json),
        _ => null,
    };

    // What is not well-formed has no normal form either; U+FFFE is well-formed and has none.
    private static string? TextOf(JsonElement json)
    {
        try
        {
            return JsonText.Of(json)?.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static DateValue? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateValue(day)
            : null;

    private static DurationValue? Duration(JsonElement json) =>
        Pair(json, "unit") is var (value, unit)
        && value.TryGetInt32(out var count)
        && RuleDuration.UnitOf(unit) is { } known
            ? new DurationValue(new RuleDuration(count, known))
            : null;

    private static MoneyValue? Money(JsonElement json) =>
        Pair(json, "currency") is var (value, currency)
        && value.TryGetDecimal(out var amount)
        && currency.Length == 3 && currency.All(char.IsAsciiLetterUpper)
            ? MoneyUnits.FromMajor(amount, currency)
            : null;

    // `{"value":7,"unit":"workingDay"}`: exactly these two keys.
    private static (JsonElement Value, string Text)? Pair(JsonElement json, string key) =>
        json.GetPropertyCount() == 2
        && JsonText.Find(json, "value") is { ValueKind: JsonValueKind.Number } value
        && JsonText.Find(json, key) is { ValueKind: JsonValueKind.String } text
        && TextOf(text) is { } known
            ? (value, known)
            : null;

    private Value? Member(JsonElement json, RuleType type, string path)
    {
        var members = type.Enum!.Members;
        if (json.ValueKind != JsonValueKind.String || TextOf(json) is not { } word)
        {
            return RefuseType(path, json, type);
        }

        if (_members.Of(type.Enum).Find(word) is { } member)
        {
            return new EnumValue(member);
        }

        _problems.Add(new FactProblem(
            path,
            RulesCodes.NotAMember,
            [Quoted(word), type.Enum.Name, ShortList.Of([.. members.Select(known => known.Name)])])
        {
            DidYouMean = Nearest(word, members),
        });
        return null;
    }

    private Value? Record(JsonElement json, RuleType type, string path, int depth)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return RefuseType(path, json, type);
        }

        var (before, record) = (_problems.Count, type.Record!);
        var fields = new Dictionary<FieldSymbol, Value>(Fields(json, _members.Of(record), path, depth + 1));
        return _problems.Count == before ? new RecordValue(record, fields) : null;
    }

    private Value? List(JsonElement json, RuleType type, string path, int depth)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return RefuseType(path, json, type);
        }

        if (json.GetArrayLength() > type.Bound)
        {
            return Refuse(path, RulesCodes.JsonListTooLong, path, Text(type.Bound));
        }

        var before = _problems.Count;
        var items = new List<Value?>();
        foreach (var item in json.EnumerateArray())
        {
            items.Add(Value(item, type.Element!, path + "[" + Text(items.Count + 1) + "]", depth + 1));
        }

        return _problems.Count == before ? ListValue.Of(items.OfType<Value>(), type) : null;
    }

    private static string Quoted(string text) => text.Length > LongestQuoted ? text[..LongestQuoted] + "…" : text;

    private static string Joined(string path, string name) => path.Length == 0 ? name : path + "." + name;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
