using CCHC.Portal.Search;

namespace CCHC.Portal.Tests.Search;

public sealed class SearchIndexTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "portal-index-" + Guid.CreateVersion7().ToString("N"));

    [Fact]
    public void A_new_index_is_empty_and_wants_to_be_filled()
    {
        using var index = new SearchIndex(_folder);

        Assert.True(index.IsFresh);
        Assert.Equal(0, index.Sequence);
        Assert.Equal(0, index.Find(new SearchQuery("khai sinh", "vi")).Total);
        Assert.Empty(index.Suggest("khai", "vi"));
    }

    [Fact]
    public void What_was_committed_is_there_after_opening_again()
    {
        using (var index = new SearchIndex(_folder))
        {
            index.Rebuild(Entries.All(), 40);
            index.Apply([], 42);
        }

        using var again = new SearchIndex(_folder);

        Assert.False(again.IsFresh);
        Assert.Equal(42, again.Sequence);
        Assert.Equal(2, again.Find(new SearchQuery("khai sinh", "vi")).Total);
    }

    [Fact]
    public void A_change_replaces_and_nothing_takes_out()
    {
        using var index = new SearchIndex(_folder);
        index.Rebuild(Entries.All(), 1);

        index.Apply([("content", "ma", null), ("content", "mother", Entries.Entry("mother", "article", "Mẹ đảm đang", "")), ("cases", "birth", null)], 7);

        Assert.Equal(0, index.Find(new SearchQuery("cúng ma", "vi", Type: "article")).Hits.Count(h => h.Key == "ma"));
        Assert.Equal("Mẹ đảm đang", Assert.Single(index.Find(new SearchQuery("mẹ đảm đang", "vi")).Hits).Title);
        Assert.Equal("birth", index.Find(new SearchQuery("thủ tục đăng ký khai sinh", "vi")).Hits[0].Key);
        Assert.Equal(7, index.Sequence);
    }

    [Fact]
    public void Changes_alone_do_not_make_a_new_index_full()
    {
        using (var index = new SearchIndex(_folder))
            index.Apply([("content", "a", Entries.All()[0])], 5);

        using var again = new SearchIndex(_folder);

        Assert.True(again.IsFresh);
        Assert.Equal(5, again.Sequence);
    }

    [Fact]
    public void Rebuild_leaves_nothing_of_before()
    {
        using var index = new SearchIndex(_folder);
        index.Rebuild(Entries.All(), 1);

        index.Rebuild([Entries.Entry("only", "article", "Tin duy nhất", "")], 2);

        Assert.Equal(0, index.Find(new SearchQuery("khai sinh", "vi")).Total);
        Assert.Equal(1, index.Find(new SearchQuery("tin duy nhất", "vi")).Total);
    }

    [Fact]
    public void A_rebuild_that_breaks_off_leaves_the_index_as_it_was()
    {
        using var index = new SearchIndex(_folder);
        index.Rebuild(Entries.All(), 1);

        Assert.ThrowsAny<Exception>(() => index.Rebuild([Entries.Entry("strange", "article", "Lạ lùng", ""), Entries.Entry("broken", "article", "Hỏng", "") with { Topics = null! }], 2));
        index.Apply([], 3);

        Assert.Equal(2, index.Find(new SearchQuery("khai sinh", "vi")).Total);
        Assert.DoesNotContain("strange", index.Find(new SearchQuery("lạ lùng", "vi", Size: 50)).Hits.Select(hit => hit.Key));
        Assert.Equal(3, index.Sequence);
    }

    [Theory]
    [InlineData("segments_*")]
    [InlineData("_*")]
    public void A_damaged_index_is_made_anew_and_other_files_are_left(string which)
    {
        using (var index = new SearchIndex(_folder)) index.Rebuild(Entries.All(), 9);
        File.WriteAllText(Path.Combine(_folder, "ghi-chu.txt"), "của người khác");
        foreach (var path in Directory.GetFiles(_folder, which))
        {
            var bytes = File.ReadAllBytes(path);
            for (var i = bytes.Length / 3; i < bytes.Length; i++) bytes[i] ^= 0x5A;
            File.WriteAllBytes(path, bytes);
        }

        using var again = new SearchIndex(_folder);

        Assert.True(again.IsFresh);
        Assert.Equal(0, again.Sequence);
        again.Rebuild(Entries.All(), 1);
        Assert.Equal(2, again.Find(new SearchQuery("khai sinh", "vi")).Total);
        Assert.True(File.Exists(Path.Combine(_folder, "ghi-chu.txt")));
    }

    [Fact]
    public void A_folder_of_rubbish_is_made_anew()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "segments_1"), "rubbish");

        using var index = new SearchIndex(_folder);

        Assert.True(index.IsFresh);
    }

    [Fact]
    public async Task It_answers_while_it_is_written()
    {
        using var index = new SearchIndex(_folder);
        index.Rebuild(Entries.All(), 1);

        var writing = Task.Run(() =>
        {
            for (var i = 2; i < 40; i++)
                index.Apply([("content", "n" + i, Entries.Entry("n" + i, "article", "Tin số " + i, ""))], i);
        });
        while (!writing.IsCompleted) Assert.Equal(2, index.Find(new SearchQuery("khai sinh", "vi")).Total);
        await writing;

        Assert.Equal(38, index.Find(new SearchQuery("tin số", "vi")).Total);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
