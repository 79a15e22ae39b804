namespace CCHC.Portal.Tests.House;

/// <summary>Fails with every finding on a line of its own, not only the first few.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> found)
    {
        var lines = found.Distinct().ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} found:\n" + string.Join('\n', lines));
    }
}
