using System.Reflection;

namespace CaseFlow.Architecture.Tests.Shapes;

/// <summary>Types that carry meaning keep its shape: ids are values, what happened does not change.</summary>
public sealed class ShapeTests
{
    private static readonly Assembly Rules = Assembly.Load("CaseFlow.Rules");
    private static readonly Assembly Engine = Assembly.Load("CaseFlow.Engine");

    [Fact]
    public void Ids_EveryOne_IsAReadOnlyRecordStruct()
    {
        var ids = Engine.GetExportedTypes()
            .Where(type => type.Namespace == "CaseFlow.Engine.Cases" && !type.IsInterface && IsIdName(type.Name))
            .ToList();

        ids.Should().HaveCountGreaterThan(2);
        ids.Where(type => !IsReadOnlyRecordStruct(type)).Select(type => type.FullName).Should().BeEmpty();
    }

    [Fact]
    public void Events_EveryOne_IsSealedAndImmutable()
    {
        var events = Engine.GetTypes()
            .Where(type => type.Namespace == "CaseFlow.Engine.Events" && IsRecordClass(type) && !type.IsAbstract)
            .ToList();

        events.Where(type => !type.IsSealed).Select(type => type.FullName).Should().BeEmpty();
        events.SelectMany(Settable).Should().BeEmpty();
    }

    [Fact]
    public void Records_EveryPublicOne_IsImmutable() =>
        Rules.GetExportedTypes().Concat(Engine.GetExportedTypes())
            .Where(IsRecordClass)
            .SelectMany(Settable)
            .Should().BeEmpty();

    [Fact]
    public void Fields_NoPublicField_CanBeChanged() =>
        Rules.GetExportedTypes().Concat(Engine.GetExportedTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.IsSpecialName)
            .Select(field => $"{field.DeclaringType}.{field.Name}")
            .Should().BeEmpty();

    private static bool IsIdName(string name) =>
        name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Code", StringComparison.Ordinal)
        || name.EndsWith("Reference", StringComparison.Ordinal);

    private static bool IsReadOnlyRecordStruct(Type type) =>
        type.IsValueType
        && type.GetCustomAttributes().Any(mark => mark.GetType().Name == "IsReadOnlyAttribute")
        && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static bool IsRecordClass(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>Properties that anyone may set after construction; `init` is not one of them.</summary>
    private static IEnumerable<string> Settable(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true } setter
            && !setter.ReturnParameter.GetRequiredCustomModifiers().Any(mark => mark.Name == "IsExternalInit"))
        .Select(property => $"{type.FullName}.{property.Name}");
}
