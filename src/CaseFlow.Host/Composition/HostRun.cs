using System.Globalization;
using System.Net.Sockets;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using Microsoft.AspNetCore.Connections;

namespace CaseFlow.Host.Composition;

/// <summary>
/// Runs a built host until it is asked to stop; leaves a note in its folder, by which others find it.
/// </summary>
internal sealed class HostRun(WebApplication app, string dataFolder, UserTerminal terminal)
{
    /// <summary>Serves until <paramref name="stop"/> is set; a request to stop is a good end.</summary>
    /// <exception cref="HostErrorException">The address cannot be listened on.</exception>
    public async Task ServeAsync(CancellationToken stop)
    {
        await TellPackAsync(stop);
        await StartAsync(stop);
        var urls = string.Join(' ', app.Urls);
        using (RunningNote.Write(dataFolder, urls))
        {
            terminal.Out.WriteLine(terminal.Text("serve.listening", urls));
            await app.WaitForShutdownAsync(stop);
        }
    }

    // Which pack is current is settled before the first request; one that differs from the folder's is worth a line.
    private async Task TellPackAsync(CancellationToken stop)
    {
        var packs = app.Services.GetRequiredService<PackCatalogue>();
        var start = await packs.StartAsync(stop);
        var active = await packs.ActiveAsync(stop);
        var version = active.Pack.Bound.Manifest.Version;
        switch (start)
        {
            case PackStart.Activated:
                var day = app.Services.GetRequiredService<AgencyTime>().DayOf(active.Activation.ActivatedAt);
                terminal.Out.WriteLine(terminal.Text(
                    "serve.packActivated",
                    version,
                    active.Activation.Principal,
                    day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
                break;
            case PackStart.FolderChanged:
                var archive = app.Services.GetRequiredService<IPackArchive>();
                var before = (await archive.ActivationsAsync(2, stop))[^1];
                terminal.Out.WriteLine(terminal.Text("serve.packFolderChanged", version, before.Principal));
                break;
        }
    }

    private async Task StartAsync(CancellationToken stop)
    {
        var urls = string.Join(' ', SettingsCheck.Split(app.Services.GetRequiredService<HostSettings>().Urls));
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new HostErrorException(new HostError(HostCodes.PortTaken, urls), ExitCode.Environment, exception);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            throw new HostErrorException(new HostError(HostCodes.BadAddress, urls), ExitCode.Environment, exception);
        }
    }
}
