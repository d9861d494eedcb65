using System.Reflection;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite;
using CaseFlow.Storage.Sqlite.Workflows;
using FluentAssertions;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>The plans of every statement of the workflow store, as SQLite tells them.</summary>
public sealed partial class WorkflowPlanTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public WorkflowPlanTests() => folder.Open().Dispose();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Statements_OfTheWorkflowStore_ReadNoTableThatGrowsWithInstancesFromEndToEnd()
    {
        var statements = Constants().Concat(Listings()).Distinct(StringComparer.Ordinal).ToList();

        statements.Should().HaveCountGreaterThan(40);
        statements.Where(ReadsAll).Should().BeEmpty();
    }

    [Theory]
    [InlineData("SELECT id FROM workflow_instances WHERE name = @name")]
    [InlineData("UPDATE workflow_bookmarks SET fence = 0 WHERE attempts > @attempts")]
    [InlineData("SELECT id FROM workflow_tasks ORDER BY title LIMIT @limit")]
    public void Statements_WithoutAnIndex_AreFound(string statement) => ReadsAll(statement).Should().BeTrue();

    // What stands in an order of its own and ends at a limit reads no more than it gives.
    private bool ReadsAll(string statement)
    {
        var plan = PlanOf(statement);
        var scans = plan.Exists(step => step.StartsWith("SCAN ", StringComparison.Ordinal) && !Small().IsMatch(step));
        var isPage = statement.Contains(" LIMIT ", StringComparison.Ordinal)
            && !plan.Exists(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        return scans && !isPage;
    }

    private List<string> PlanOf(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={folder.Options.CasesPath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Parameter().Matches(statement).Select(match => match.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, DBNull.Value);
        }

        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    private static IEnumerable<string> Constants() =>
        from type in typeof(InstanceSql).Assembly.GetTypes()
        where type.Namespace == typeof(InstanceSql).Namespace
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field is { IsLiteral: true } && field.FieldType == typeof(string)
        let text = (string)field.GetRawConstantValue()!
        where Whole().IsMatch(text)
        select text;

    // Every condition set and not set, the next pages included.
    private List<string> Listings()
    {
        using var session = new SqliteSession(folder.Options.CasesPath, []);
        for (var conditions = 0; conditions < 16; conditions++)
        {
            var (first, second, third, after) =
                (Set(conditions, 1), Set(conditions, 2), Set(conditions, 4), Set(conditions, 8));
            WorkflowListing.Prepare(
                session,
                new InstanceQuery(first, second is null ? null : WorkflowSubStatus.Suspended, third, after, 200));
            WorkflowListing.Prepare(
                session,
                new TaskQuery(first, second, third, after is null ? null : new TaskPlace(null, after), 200));
            BookmarkListing.Prepare(
                session, "k", "key", first, second is null ? null : new BookmarkRow("i", 1, "k", "key", null, null));
        }

        var kept = typeof(SqliteSession).GetField("statements", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return [.. ((Dictionary<string, Statement>)kept.GetValue(session)!).Keys];
    }

    private static string? Set(int conditions, int bit) => (conditions & bit) == 0 ? null : "x";

    [GeneratedRegex("@[a-z0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    // Definitions do not grow with instances.
    [GeneratedRegex(
        @"workflow_versions|workflow_triggers|^SCAN (TABLE )?[vo]\b", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Small();

    [GeneratedRegex(
        "^(SELECT|UPDATE|DELETE FROM|INSERT INTO) .*workflow_", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}
