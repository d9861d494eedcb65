using System.Text.Json;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Storage.Sqlite.Workflows;

/// <summary>
/// The SELECTs of lists of instances and of tasks: only the conditions that are set, so that SQLite can choose the
/// index; few shapes, all kept prepared.
/// </summary>
internal static class WorkflowListing
{
    private const string SeenByRole = "t.role IN (SELECT value FROM json_each(@roles))";

    private const string Seen =
        "((t.agency = '' AND " + SeenByRole + ") OR t.agency IN (SELECT value FROM json_each(@headed)) "
        + "OR (t.agency, t.role) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') "
        + "FROM json_each(@posts)))";

    public static Statement Prepare(SqliteSession session, InstanceQuery query)
    {
        var conditions = new Conditions();
        conditions.Add("definition_id = @definition", ("@definition", query.DefinitionId));
        conditions.Add("status = @status", ("@status", query.Status?.ToString()));
        conditions.Add("correlation_id = @correlation", ("@correlation", query.CorrelationId));
        conditions.Add(
            "number < (SELECT number FROM workflow_instances WHERE id = @after)", ("@after", query.After));
        return conditions.Prepare(
            session,
            "SELECT " + WorkflowColumns.Listed + " FROM workflow_instances",
            "ORDER BY number DESC",
            query.Limit);
    }

    public static Statement Prepare(SqliteSession session, TaskQuery query)
    {
        var conditions = new Conditions();
        conditions.Add("t.role = @role", ("@role", query.Role));
        conditions.Add("t.assignee = @assignee", ("@assignee", query.Assignee));
        conditions.Add("t.case_id = @case", ("@case", query.CaseId));
        conditions.Add("t.agency = @agency", ("@agency", query.Agency));
        if (query.Scope is { } scope)
        {
            AddScope(conditions, scope);
        }

        if (query.After is { } after)
        {
            conditions.Add(
                "(t.due_order, t.id) > (@day, @id)",
                ("@day", WorkflowColumns.OrderOf(after.DueOn)), ("@id", after.TaskId));
        }

        return conditions.Prepare(
            session,
            "SELECT " + WorkflowColumns.Task + " FROM workflow_tasks t CROSS JOIN workflow_instances i "
                + "ON i.number = t.instance",
            "ORDER BY t.due_order, t.id",
            query.Limit);
    }

    private static void AddScope(Conditions conditions, TaskScope scope)
    {
        var roles = WorkflowColumns.Of(scope.Roles);
        if (scope.IsByRoleAlone)
        {
            conditions.Add(SeenByRole, ("@roles", roles));
            return;
        }

        string[][] posts = [.. scope.Posts.Select(post => new[] { post.Agency, post.Role })];
        conditions.Add(
            Seen,
            ("@roles", roles),
            ("@headed", WorkflowColumns.Of(scope.Agencies)),
            ("@posts", JsonSerializer.Serialize(posts)));
    }

    private sealed class Conditions
    {
        private readonly List<string> texts = [];
        private readonly List<(string Name, object Value)> values = [];

        /// <summary>Adds a condition whose values are set; one of nothing is left out.</summary>
        public void Add(string text, params ReadOnlySpan<(string Name, object? Value)> bound)
        {
            foreach (var (name, value) in bound)
            {
                if (value is null)
                {
                    return;
                }

                values.Add((name, value));
            }

            texts.Add(text);
        }

        public Statement Prepare(SqliteSession session, string select, string order, int limit)
        {
            if (limit is < 1 or > InstanceQuery.LargestPage)
            {
                throw new ArgumentOutOfRangeException(nameof(limit), limit, "A page holds 1 to 200 rows.");
            }

            var where = texts.Count == 0 ? " " : " WHERE " + string.Join(" AND ", texts) + " ";
            var statement = session.Prepare(select + where + order + " LIMIT @limit").Bind("@limit", limit);
            values.ForEach(value => statement.Bind(value.Name, value.Value));
            return statement;
        }
    }
}
