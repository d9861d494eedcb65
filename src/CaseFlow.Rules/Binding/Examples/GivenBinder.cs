using System.Globalization;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Examples;

/// <summary>Binds the facts of an example. What an example leaves out is unknown.</summary>
internal sealed class GivenBinder(ExpressionBinder expressions, MemberNames members)
{
    /// <summary>The facts given.</summary>
    public IReadOnlyDictionary<FieldSymbol, Value> Facts(IReadOnlyList<GivenSyntax> given, ModuleScope module)
    {
        var facts = new Dictionary<FieldSymbol, Value>();
        foreach (var item in given)
        {
            if (PathOf(item) is { Parts: [var root, var name, ..] } path && Fact(root, name, path, module) is { } fact)
            {
                Put(facts, fact, path.Parts.Skip(2).ToList(), item, module);
            }
        }

        return facts;
    }

    private static PathExpression? PathOf(GivenSyntax given) => given switch
    {
        GivenFact fact => fact.Path,
        GivenCount count => count.Path,
        _ => null,
    };

    private FieldSymbol? Fact(Name root, Name name, PathExpression path, ModuleScope module)
    {
        if (module.Names.Values.Find(root.Text) is not FactsSymbol facts)
        {
            var roots = module.Names.Values.Symbols.OfType<FactsSymbol>();
            module.ReportUnknown(root, RulesCodes.UnknownFact, roots, path.Text);
            return null;
        }

        module.Use(root, facts);
        var index = members.Of(facts);
        if (module.Member(index, name) is { } fact)
        {
            return fact;
        }

        module.ReportUnknown(name, RulesCodes.UnknownFact, index.Symbols, path.Text);
        return null;
    }

    // A path into a record gives one field of it; several such gather in one record.
    private void Put(
        Dictionary<FieldSymbol, Value> values,
        FieldSymbol field,
        List<Name> inside,
        GivenSyntax given,
        ModuleScope module)
    {
        if (inside.Count == 0)
        {
            if (Value(given, field, module) is { } value && !values.TryAdd(field, value))
            {
                module.Findings.Report(RulesCodes.DuplicateName, given.Span, PathOf(given)!.Text);
            }

            return;
        }

        var record = field.Type.Record;
        var index = record is null ? new NameIndex<FieldSymbol>() : members.Of(record);
        if (module.Member(index, inside[0]) is not { } next)
        {
            module.ReportUnknown(inside[0], RulesCodes.UnknownField, index.Symbols, field.Path, inside[0].Text);
            return;
        }

        var known = values.GetValueOrDefault(field) as RecordValue;
        var fields = known is null ? [] : new Dictionary<FieldSymbol, Value>(known.Fields);
        Put(fields, next, inside[1..], given, module);
        values[field] = new RecordValue(record!, fields);
    }

    private Value? Value(GivenSyntax given, FieldSymbol field, ModuleScope module) => given switch
    {
        GivenCount count => Unknowns(count, field, module),
        GivenFact fact => Value(fact.Value, field.Type, field.Path, module),
        _ => null,
    };

    private static ListValue? Unknowns(GivenCount given, FieldSymbol field, ModuleScope module)
    {
        if (!IsList(field.Type, given.Path, module) || IsOverBound(field.Type, given.Count, given.Path, module))
        {
            return null;
        }

        Value element = field.Type.Element!.Record is { } record
            ? new RecordValue(record, new Dictionary<FieldSymbol, Value>())
            : UnknownValue.OfFact(field.Path);
        return new ListValue([.. Enumerable.Repeat(element, given.Count)]);
    }

    private Value? Value(GivenValueSyntax given, RuleType type, string target, ModuleScope module)
    {
        if (type.Kind == TypeKind.Error)
        {
            return null;
        }

        return given switch
        {
            GivenScalar scalar => Constants.Bind(expressions, scalar.Value, new ExpressionScope(module), type, target),
            GivenList list => List(list, type, target, module),
            GivenRecord record => Record(record, type, module),
            _ => null,
        };
    }

    private ListValue? List(GivenList given, RuleType type, string target, ModuleScope module)
    {
        if (!IsList(type, given, module) || IsOverBound(type, given.Items.Count, given, module))
        {
            return null;
        }

        var items = given.Items.Select(item => Value(item, type.Element!, target, module)).OfType<Value>();
        return ListValue.Of(items, type);
    }

    private RecordValue? Record(GivenRecord given, RuleType type, ModuleScope module)
    {
        if (type.Record is not { } record)
        {
            Wrong(given, type, module.Phrase(Keyword.Record), module);
            return null;
        }

        var fields = new Dictionary<FieldSymbol, Value>();
        foreach (var item in given.Fields)
        {
            if (PathOf(item) is not { } path)
            {
                continue;
            }

            var index = members.Of(record);
            if (module.Member(index, path.Parts[0]) is { } field)
            {
                Put(fields, field, path.Parts.Skip(1).ToList(), item, module);
            }
            else
            {
                module.ReportUnknown(
                    path.Parts[0], RulesCodes.UnknownField, index.Symbols, record.Name, path.Parts[0].Text);
            }
        }

        return new RecordValue(record, fields);
    }

    private static bool IsList(RuleType type, SyntaxNode given, ModuleScope module)
    {
        if (type.Element is not null)
        {
            return true;
        }

        Wrong(given, type, module.Language == "vi" ? "danh sách" : "list", module);
        return false;
    }

    private static bool IsOverBound(RuleType type, int count, SyntaxNode given, ModuleScope module)
    {
        if (count <= type.Bound)
        {
            return false;
        }

        module.Findings.Report(
            RulesCodes.JsonListTooLong,
            given.Span,
            module.TextOf(given),
            type.Bound.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    private static void Wrong(SyntaxNode given, RuleType type, string found, ModuleScope module)
    {
        if (type.Kind != TypeKind.Error)
        {
            module.Findings.Report(
                RulesCodes.WrongType, given.Span, module.TextOf(given), found, TypeWords.Of(type, module.Language));
        }
    }
}
