using System.CommandLine;
using CaseFlow.Host.Composition;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.CommandLine;

/// <summary>Settings on the command line: `--urls`, and `--set NAME=VALUE` for any other.</summary>
internal sealed class SettingOptions
{
    private readonly Option<string?> _urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by `;` (default http://127.0.0.1:5080)",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "A setting of the section CaseFlow: NAME=VALUE, as in SweepSeconds=5; may be repeated",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_urls);
        command.Options.Add(_set);
    }

    /// <summary>What was given, by the settings' full names.</summary>
    /// <exception cref="HostErrorException">A `--set` without a name or a value.</exception>
    public IReadOnlyDictionary<string, string?> Read(ParseResult parsed)
    {
        var given = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in parsed.GetValue(_set) ?? [])
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                throw new HostErrorException(new HostError(HostCodes.BadSetting, text, "NAME=VALUE"), ExitCode.Usage);
            }

            given[$"{HostSettings.Section}:{text[..equals]}"] = text[(equals + 1)..];
        }

        if (parsed.GetValue(_urls) is { } urls)
        {
            given[$"{HostSettings.Section}:{nameof(HostSettings.Urls)}"] = urls;
        }

        return given;
    }
}
