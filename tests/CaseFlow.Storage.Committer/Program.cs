using CaseFlow.Storage;
using CaseFlow.Storage.Committer;
using CaseFlow.Storage.Sqlite;

// open DIR                prints `opened`, or the code of the refusal
// commit DIR PREFIX       commits until killed, printing each key once its commit has been acknowledged
// commit-workflows DIR PREFIX   the same with instances of workflows
// write-released vN DIR   writes vN.db and vN.vault.db of the schema as this program has it
try
{
    switch (args)
    {
        case ["open", var folder]:
            using (SqliteStorage.Open(new SqliteOptions { Directory = folder }, TimeProvider.System))
            {
                Console.WriteLine("opened");
            }

            return 0;
        case ["commit", var folder, var prefix]:
            await CommitLoop.RunAsync(folder, prefix);
            return 0;
        case ["commit-workflows", var folder, var prefix]:
            await WorkflowLoop.RunAsync(folder, prefix);
            return 0;
        case ["write-released", var version, var folder]:
            await ReleasedDatabase.WriteAsync(version, folder);
            return 0;
        default:
            return 2;
    }
}
catch (StorageException fault)
{
    Console.WriteLine(fault.Code);
    return 4;
}
