using System.CommandLine;
using System.Globalization;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.CommandLine;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    private const string DefaultPack = "packs/vietnam-petitions";

    /// <summary>`--data DIR`.</summary>
    public Option<string> Data { get; } = new("--data")
    {
        Description = "Folder of the database (default ./data)", Recursive = true, DefaultValueFactory = _ => "data",
    };

    /// <summary>`--pack DIR`.</summary>
    public Option<string?> Pack { get; } = new("--pack")
    {
        Description = $"Folder of the rule pack (default {DefaultPack})", Recursive = true,
    };

    /// <summary>`--postgres CONNECTION`.</summary>
    public Option<string?> Postgres { get; } = new("--postgres")
    {
        Description = "Connection to PostgreSQL (not yet supported)", Recursive = true,
    };

    /// <summary>`--lang vi|en`.</summary>
    public Option<string> Language { get; } = Languages();

    /// <summary>`--json`.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Results and errors as JSON", Recursive = true,
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [Data, Pack, Postgres, Language, Json];

    /// <summary>The language asked for anywhere in the arguments, also where the rest of them is wrong.</summary>
    public static CultureInfo CultureOf(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--lang" && i + 1 < args.Count)
            {
                return Culture(args[i + 1]);
            }

            if (args[i].StartsWith("--lang=", StringComparison.Ordinal))
            {
                return Culture(args[i]["--lang=".Length..]);
            }
        }

        return Culture(EnvironmentLanguage());
    }

    /// <summary>
    /// The pack's folder: the one asked for, else the default here, else the one shipped with the program.
    /// </summary>
    public string PackFolderOf(ParseResult parsed)
    {
        var asked = parsed.GetValue(Pack);
        if (asked is not null)
        {
            return asked;
        }

        var shipped = Path.Join(AppContext.BaseDirectory, DefaultPack);
        return !Directory.Exists(DefaultPack) && Directory.Exists(shipped) ? shipped : DefaultPack;
    }

    /// <summary>Says that PostgreSQL is not there yet, where it was asked for.</summary>
    public void RefusePostgres(ParseResult parsed)
    {
        if (parsed.GetValue(Postgres) is not null)
        {
            throw new HostErrorException(new HostError(HostCodes.PostgresNotYet), ExitCode.Usage);
        }
    }

    private static Option<string> Languages()
    {
        var option = new Option<string>("--lang")
        {
            Description = "Language of messages: vi or en", Recursive = true,
            DefaultValueFactory = _ => EnvironmentLanguage(),
        };
        option.AcceptOnlyFromAmong("vi", "en");
        return option;
    }

    private static string EnvironmentLanguage()
    {
        var language = Environment.GetEnvironmentVariable("LC_ALL") is { Length: > 0 } all
            ? all
            : Environment.GetEnvironmentVariable("LANG") ?? "";
        return language.StartsWith("vi", StringComparison.OrdinalIgnoreCase) ? "vi" : "en";
    }

    private static CultureInfo Culture(string language) =>
        CultureInfo.GetCultureInfo(language == "vi" ? "vi" : "en");
}
