using System.Globalization;
using System.Resources;

namespace CaseFlow.Storage;

/// <summary>The words of <see cref="StorageCodes"/>, in English and Vietnamese.</summary>
public static class StorageMessages
{
    private static readonly ResourceManager Texts =
        new("CaseFlow.Storage.StorageMessages", typeof(StorageMessages).Assembly);

    /// <summary>What went wrong: one sentence with its arguments filled in.</summary>
    public static string Message(string code, CultureInfo culture, IReadOnlyList<string> arguments) =>
        Fill(Texts.GetString(code, culture) ?? code, culture, arguments);

    /// <summary>What to do about it.</summary>
    public static string Help(string code, CultureInfo culture, IReadOnlyList<string> arguments) =>
        Fill(Texts.GetString(code + ".help", culture) ?? "", culture, arguments);

    private static string Fill(string text, CultureInfo culture, IReadOnlyList<string> arguments) =>
        string.Format(culture, text, [.. arguments]);
}
