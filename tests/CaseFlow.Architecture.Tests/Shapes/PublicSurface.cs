using System.Reflection;
using System.Text;
using static System.FormattableString;

namespace CaseFlow.Architecture.Tests.Shapes;

/// <summary>The public surface of an assembly as text: one line a type, one a member, in order.</summary>
internal static class PublicSurface
{
    private const BindingFlags Members =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (var member in Lines(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var bases = new[] { type.BaseType }
            .Where(known => known is not null && !IsEveryTypesBase(known))
            .Concat(type.GetInterfaces().Where(face => face.IsPublic && !IsCompilers(face)).OrderBy(face => face.Name))
            .Select(known => TypeText.Of(known!))
            .ToList();
        return $"{Kind(type)} {type.Namespace}.{TypeText.Of(type)}"
            + (bases.Count > 0 ? " : " + string.Join(", ", bases) : "");
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<string> Lines(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(name => Invariant($"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}"))
        : Fields(type).Concat(Constructors(type)).Concat(Properties(type)).Concat(Methods(type));

    private static IEnumerable<string> Fields(Type type) => type.GetFields(Members)
        .Where(field => field.IsPublic || field.IsFamily)
        .Select(field => $"{(field.IsLiteral ? "const" : field.IsStatic ? "static" : "field")} "
            + $"{TypeText.Of(field.FieldType)} {field.Name}"
            + (field.IsLiteral ? $" = {field.GetRawConstantValue()}" : ""));

    private static IEnumerable<string> Constructors(Type type) => type.GetConstructors(Members)
        .Where(IsSeen)
        .Select(constructor => $"new({Parameters(constructor)})");

    private static IEnumerable<string> Properties(Type type) => type.GetProperties(Members)
        .Where(property => property.GetAccessors(nonPublic: true).Any(IsSeen))
        .Where(property => property.Name != "EqualityContract")
        .Select(property => $"{TypeText.Of(property.PropertyType)} {property.Name} {{ "
            + string.Join(" ", property.GetAccessors(nonPublic: true).Where(IsSeen).Select(Accessor)) + " }");

    private static string Accessor(MethodInfo accessor) =>
        accessor.Name.StartsWith("get_", StringComparison.Ordinal) ? "get;"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Any(mark => mark.Name == "IsExternalInit") ? "init;"
        : "set;";

    private static IEnumerable<string> Methods(Type type) => type.GetMethods(Members)
        .Where(method => IsSeen(method) && !method.IsSpecialName && !IsCompilers(method))
        .Select(method => (method.IsStatic ? "static " : "")
            + $"{TypeText.Of(method.ReturnType)} {method.Name}({Parameters(method)})");

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters()
        .Select(parameter => $"{TypeText.Of(parameter.ParameterType)} {parameter.Name}"
            + (parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")));

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily;

    private static bool IsEveryTypesBase(Type type) =>
        type == typeof(object) || type == typeof(ValueType) || type == typeof(Enum);

    // What the compiler writes for records says nothing that the constructor and the properties do not say.
    private static bool IsCompilers(MethodInfo method) =>
        method.Name is "<Clone>$" or "PrintMembers" or "Deconstruct" or "Equals" or "GetHashCode" or "ToString";

    private static bool IsCompilers(Type face) => face.Name.StartsWith("IEquatable", StringComparison.Ordinal);
}
