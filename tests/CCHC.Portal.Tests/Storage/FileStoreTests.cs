using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Tests.Storage;

public sealed class FileStoreTests : IDisposable
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private readonly string _root = Path.Combine(Path.GetTempPath(), "portal-files-" + Guid.CreateVersion7().ToString("N"));
    private readonly FileStore _files;

    public FileStoreTests() => _files = new FileStore(Path.Combine(_root, "files"));

    [Fact]
    public async Task Put_keeps_the_bytes_under_a_name_nobody_can_guess()
    {
        var content = Encoding.UTF8.GetBytes("Phản ánh");

        var stored = await _files.Put(new MemoryStream(content), "webp", Stop);

        Assert.Matches(@"^20\d\d/[0-9a-f]{2}/[0-9a-f]{32}\.webp$", stored.Key);
        Assert.Equal(content.Length, stored.Size);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), stored.Sha256);
        Assert.Equal(content, await Read(stored.Key));
    }

    [Fact]
    public async Task Put_takes_an_extension_with_or_without_its_dot_and_nothing_odder()
    {
        Assert.EndsWith(".pdf", (await _files.Put(Some("x"), ".pdf", Stop)).Key, StringComparison.Ordinal);
        foreach (var odd in new[] { "", "../x", "PDF", "a/b", "tar.gz", "pdf\n" })
            await Assert.ThrowsAsync<ArgumentException>(() => _files.Put(Some("x"), odd, Stop));
    }

    [Fact]
    public async Task PutKnown_replaces_what_was_there()
    {
        await _files.PutKnown("seed/cat-hai/ben-pha.webp", Some("cũ hơn"), Stop);
        await _files.PutKnown("seed/cat-hai/ben-pha.webp", Some("mới"), Stop);

        Assert.Equal("mới", Encoding.UTF8.GetString(await Read("seed/cat-hai/ben-pha.webp")));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("a/../../outside.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/.hidden")]
    [InlineData(".unfinished/x")]
    [InlineData("a\\b")]
    [InlineData("a..b")]
    [InlineData("A.webp")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("đ.webp")]
    [InlineData("a/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_key_that_leads_elsewhere_opens_nothing(string? key)
    {
        File.WriteAllText(Directory.CreateDirectory(_root).FullName + "/outside.txt", "secret");

        Assert.Null(_files.Open(key!));
        Assert.False(_files.Exists(key!));
        Assert.False(_files.Delete(key!));
        await Assert.ThrowsAsync<ArgumentException>(() => _files.PutKnown(key!, Some("x"), Stop));
        Assert.Equal("secret", File.ReadAllText(Path.Combine(_root, "outside.txt")));
    }

    [Fact]
    public async Task Delete_removes_once()
    {
        var key = (await _files.Put(Some("x"), "pdf", Stop)).Key;

        Assert.True(_files.Delete(key));
        Assert.False(_files.Delete(key));
        Assert.Null(_files.Open(key));
    }

    [Fact]
    public async Task A_sender_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => _files.Put(new Breaking(), "pdf", Stop));

        Assert.Empty(_files.All(""));
        Assert.Empty(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task All_lists_what_begins_alike_with_its_time_and_nothing_half_written()
    {
        await _files.PutKnown("seed/a.webp", Some("a"), Stop);
        await _files.PutKnown("seed/sub/b.webp", Some("b"), Stop);
        await _files.PutKnown("other/c.webp", Some("c"), Stop);
        File.WriteAllText(Path.Combine(_root, "files", ".unfinished", "half"), "");

        Assert.Equal(["seed/a.webp", "seed/sub/b.webp"], _files.All("seed/").Select(f => f.Key).Order());
        Assert.Equal(3, _files.All("").Count());
        Assert.All(_files.All(""), f => Assert.True(f.WrittenAt > DateTimeOffset.Parse("2020-01-01", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_swept_later()
    {
        await _files.PutKnown("a.webp", Some("a"), Stop);
        var half = Path.Combine(_root, "files", ".unfinished", "half");
        File.WriteAllText(half, "");
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(half), TimeSpan.Zero);

        Assert.Equal(0, _files.DeleteUnfinished(written));
        Assert.Equal(1, _files.DeleteUnfinished(written.AddHours(1)));
        Assert.True(_files.Exists("a.webp"));
    }

    [Fact]
    public async Task A_store_that_was_never_used_is_empty()
    {
        Assert.Empty(_files.All(""));
        Assert.Null(_files.Open("a.webp"));
        Assert.Equal(0, (await _files.Put(Stream.Null, "pdf", Stop)).Size);
    }

    public void Dispose()
    {
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }

    private static MemoryStream Some(string text) => new(Encoding.UTF8.GetBytes(text));

    private async Task<byte[]> Read(string key)
    {
        await using var stream = _files.Open(key)!;
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, Stop);
        return memory.ToArray();
    }

    private sealed class Breaking : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection was closed.");
    }
}
