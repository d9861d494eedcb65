using CaseFlow.Host.CommandLine;

return await CaseFlowProgram.RunAsync(args, Console.Out, Console.Error);
