using System.Security.Cryptography;

namespace CCHC.Portal.Content;

/// <summary>A file that was looked at: what it is and its clean bytes, in memory or on the disk; or why it is not taken.</summary>
internal sealed record JudgedMedia(MediaKind Kind, string Ending, string ContentType)
{
    private string? sha;

    public string? Problem { get; private init; }
    public byte[] Bytes { get; init; } = [];
    public string? Path { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }
    public int? Seconds { get; init; }

    public long Size => Path is null ? Bytes.Length : new FileInfo(Path).Length;

    public static JudgedMedia Refused(string problem) => new(default, "", "") { Problem = problem };

    public async Task<string> Fingerprint(CancellationToken stop)
    {
        if (sha is not null)
        {
            return sha;
        }
        if (Path is null)
        {
            return sha = Convert.ToHexStringLower(SHA256.HashData(Bytes));
        }
        await using var file = File.OpenRead(Path);
        return sha = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
    }

    public void Drop()
    {
        if (Path is not null)
        {
            File.Delete(Path);
        }
    }
}
