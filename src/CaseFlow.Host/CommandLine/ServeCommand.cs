using System.CommandLine;
using System.Text.Json.Nodes;
using CaseFlow.Host.Composition;
using CaseFlow.Host.Packs;
using CaseFlow.Host.Web;

namespace CaseFlow.Host.CommandLine;

/// <summary>`serve`: worker, API and pages on one database.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions common, UserTerminal terminal)
    {
        var settings = new SettingOptions();
        var hashKey = new Option<bool>("--hash-key")
        {
            Description = "Makes an API key and its hash for the settings, and ends",
        };
        var command = new Command("serve", "Runs the worker, the HTTP API and the pages") { hashKey };
        settings.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(hashKey))
            {
                PrintNewKey(terminal);
                return ExitCode.Ok;
            }

            var request = new HostRequest(
                parsed.GetValue(common.Data)!, LoadedPack.Load(common.PackFolderOf(parsed)), TimeProvider.System)
            {
                Overrides = settings.Read(parsed),
            };
            await using var app = HostComposition.Build(request);
            await new HostRun(app, request.DataFolder, terminal).ServeAsync(stop);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void PrintNewKey(UserTerminal terminal)
    {
        var key = ApiKeys.NewKey();
        var setting = new JsonObject
        {
            ["name"] = "portal",
            ["hash"] = ApiKeys.HashOf(key),
            ["principal"] = "portal",
            ["roles"] = new JsonArray("*"),
        };
        if (terminal.Json)
        {
            terminal.Out.WriteLine(new JsonObject { ["key"] = key, ["setting"] = setting }.ToJsonString());
            return;
        }

        terminal.Out.WriteLine(terminal.Text("key.new", key));
        terminal.Out.WriteLine(terminal.Text("key.setting"));
        terminal.Out.WriteLine(new JsonObject
        {
            ["CaseFlow"] = new JsonObject { ["ApiKeys"] = new JsonArray(setting) },
        }.ToJsonString());
    }
}
