using CaseFlow.Host.CommandLine;

namespace CaseFlow.Host.Tests.CommandLine;

/// <summary>What one command did: exit code and texts.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs the program in this process.</summary>
    public static async Task<CommandRun> OfAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CaseFlowProgram.RunAsync(args, output, errors);
        return new CommandRun(code, output.ToString(), errors.ToString());
    }
}
