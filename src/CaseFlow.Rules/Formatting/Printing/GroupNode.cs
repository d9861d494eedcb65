using CaseFlow.Rules.Formatting.Planning;

namespace CaseFlow.Rules.Formatting.Printing;

/// <summary>A group with the groups inside it.</summary>
internal sealed class GroupNode(Group group)
{
    /// <summary>The group.</summary>
    public Group Group => group;

    /// <summary>Those directly inside, in order.</summary>
    public List<GroupNode> Inner { get; } = [];

    /// <summary>The groups of a line as a tree below one that is the whole line.</summary>
    /// <param name="whole">The line as a group without points.</param>
    /// <param name="groups">Its groups, the outer before the inner.</param>
    public static GroupNode Nest(Group whole, IEnumerable<Group> groups)
    {
        var root = new GroupNode(whole);
        var open = new Stack<GroupNode>([root]);
        foreach (var group in groups)
        {
            while (open.Peek().Group.Last < group.Last)
            {
                open.Pop();
            }

            var node = new GroupNode(group);
            open.Peek().Inner.Add(node);
            open.Push(node);
        }

        return root;
    }
}
