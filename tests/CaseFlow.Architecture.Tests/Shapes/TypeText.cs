namespace CaseFlow.Architecture.Tests.Shapes;

/// <summary>Types as the snapshot of the public surface writes them.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Short = new()
    {
        [typeof(void)] = "void", [typeof(string)] = "string", [typeof(int)] = "int", [typeof(long)] = "long",
        [typeof(bool)] = "bool", [typeof(decimal)] = "decimal", [typeof(object)] = "object", [typeof(byte)] = "byte",
    };

    /// <summary>`IReadOnlyList&lt;CaseId&gt;`, `int?`, `Outer.Inner`.</summary>
    public static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner) + "?";
        }

        return Short.GetValueOrDefault(type) ?? Named(type);
    }

    private static string Named(Type type)
    {
        var name = type.Name.Split('`')[0];
        var outer = type is { IsNested: true, IsGenericParameter: false } ? Of(type.DeclaringType!) + "." : "";
        var arguments = type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : "";
        return outer + name + arguments;
    }
}
