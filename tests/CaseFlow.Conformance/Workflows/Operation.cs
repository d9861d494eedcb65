using System.Text.Json;

namespace CaseFlow.Conformance.Workflows;

/// <summary>One operation on the ports, with its answer as text that can be compared.</summary>
internal sealed record Operation(string Name, Func<WorkflowStoresUnderTest, Task<string>> RunAsync)
{
    public static Operation Of<T>(FormattableString name, Func<WorkflowStoresUnderTest, Task<T>> run) =>
        new(FormattableString.Invariant(name), stores => AnswerAsync(stores, run));

    private static async Task<string> AnswerAsync<T>(
        WorkflowStoresUnderTest stores, Func<WorkflowStoresUnderTest, Task<T>> run)
    {
        try
        {
            return JsonSerializer.Serialize(await run(stores));
        }
        catch (Exception fault) when (fault is InvalidOperationException or CaseFlow.Storage.StorageException)
        {
            return "refused";
        }
    }
}
