using System.Text;

namespace CCHC.Portal.Tests.Storage;

/// <summary>What lies on the disk in plain sight, as a thief of the disk would read it.</summary>
public static class Disk
{
    public static byte[] Everything(string folder, string pattern)
    {
        using var all = new MemoryStream();
        foreach (var path in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.CopyTo(all);
        }
        return all.ToArray();
    }

    public static bool Holds(byte[] bytes, string words) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(words)) >= 0;
}
