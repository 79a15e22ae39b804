using System.Net;
using System.Text.Json;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web;

/// <summary>The index of a running portal is deleted, cut short or overwritten: it says so, answers lawfully, and is whole again at the next turn of the job.</summary>
public sealed class SearchMendsItselfTests(SearchMendsItselfTests.Alone alone) : IClassFixture<SearchMendsItselfTests.Alone>
{
    private readonly PortalHost portal = alone.Portal;

    [Theory]
    [InlineData("deleted")]
    [InlineData("folder gone")]
    [InlineData("cut short")]
    [InlineData("overwritten")]
    public async Task A_broken_index_is_built_anew(string how)
    {
        await portal.Settle();
        var before = await Found();
        var site = await portal.Inside((_, db) => db.Sites.Select(one => one.Id).FirstAsync());
        Break(Path.Combine(portal.Services.GetRequiredService<StorageSettings>().Folder, "search", site.ToString("n")), how);

        var reader = portal.Browser();
        var answer = await reader.Get("/tim-kiem?q=khai+sinh");
        var ready = await reader.Get("/readyz");
        await portal.Settle();
        await portal.Settle();

        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable);
        Assert.DoesNotContain("Không tìm thấy kết quả nào", await answer.Text(), StringComparison.Ordinal);
        Assert.True(ready.StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(before, await Found());
        Assert.Equal(HttpStatusCode.OK, (await reader.Get("/readyz")).StatusCode);
    }

    [Theory]
    [InlineData("khai sinh", true)]
    [InlineData("\u200bkhai\u200d s\u00adinh", true)]
    [InlineData("ở đâu", false)]
    [InlineData("là và của cho", false)]
    [InlineData("👶📄", false)]
    [InlineData("title:khai AND (sinh OR *) NOT x~2 ^9 [a TO b] {!func}", false)]
    [InlineData("/^(a+)+$/ .* (?=x) \\p{L}", false)]
    [InlineData("' OR 1=1; DROP TABLE Editions --", false)]
    [InlineData("<script>alert(1)</script>", false)]
    [InlineData("", false)]
    public async Task Whatever_is_asked_gets_a_lawful_answer(string query, bool finds)
    {
        await portal.Settle();
        foreach (var asked in new[] { query, query.Normalize(System.Text.NormalizationForm.FormD) })
        {
            var page = await portal.Browser().Get("/tim-kiem?q=" + Uri.EscapeDataString(asked));
            var json = await portal.Browser().Get("/tim-kiem?q=" + Uri.EscapeDataString(asked), ("Accept", "application/json"));

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, json.StatusCode));
            Assert.DoesNotContain("<script>alert", await page.Text(), StringComparison.Ordinal);
            var answer = JsonDocument.Parse(await json.Text()).RootElement;
            Assert.Equal(["query", "total", "took_ms", "results"], answer.EnumerateObject().Select(one => one.Name));
            Assert.All(answer.GetProperty("results").EnumerateArray(), result => Assert.Equal(["title", "url", "type", "score"], result.EnumerateObject().Select(one => one.Name)));
            Assert.True(!finds || answer.GetProperty("total").GetInt32() > 3);
        }
    }

    [Fact]
    public async Task Ten_thousand_characters_are_cut()
    {
        var answer = await portal.Browser().Get("/tim-kiem?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("khai sinh ", 1_000))));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Filters_count_what_each_choice_would_give_under_the_others()
    {
        await portal.Settle();
        var reader = portal.Browser();
        var all = await (await reader.Get("/tim-kiem?q=dang+ky")).Read();
        var options = all.QuerySelectorAll("#l-linh-vuc option").Skip(1).Select(option => (Value: option.GetAttribute("value")!, Count: int.Parse(option.TextContent.Split('(')[^1].TrimEnd(')')))).ToList();

        Assert.True(options.Count > 3);
        foreach (var (value, count) in options.Take(4))
        {
            Assert.Equal(count, await Total($"/tim-kiem?q=dang+ky&linh-vuc={value}"));
            var narrowed = await (await reader.Get($"/tim-kiem?q=dang+ky&linh-vuc={value}&xep=moi")).Read();
            Assert.Equal(options.Select(one => one.Count), narrowed.QuerySelectorAll("#l-linh-vuc option").Skip(1).Select(option => int.Parse(option.TextContent.Split('(')[^1].TrimEnd(')'))));
            Assert.Equal(2, narrowed.QuerySelectorAll(".chosen li").Length);
            Assert.Equal("/tim-kiem?q=dang%20ky&xep=moi", narrowed.QuerySelector(".chosen a")!.GetAttribute("href"));
        }
        Assert.Equal(0, await Total("/tim-kiem?q=dang+ky&linh-vuc=Land&nam=1999"));
    }

    private static void Break(string folder, string how)
    {
        foreach (var path in Directory.GetFiles(folder).Where(path => !path.EndsWith("write.lock", StringComparison.Ordinal)))
        {
            if (how == "deleted") File.Delete(path);
            else if (how == "cut short") File.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).SetLengthAndClose(new FileInfo(path).Length / 3);
            else if (how == "overwritten") File.WriteAllBytes(path, [1, 2, 3]);
        }
        if (how == "folder gone") Directory.Delete(folder, recursive: true);
    }

    private async Task<int> Found() => await Total("/tim-kiem?q=khai+sinh");

    private async Task<int> Total(string address) =>
        JsonDocument.Parse(await (await portal.Browser().Get(address, ("Accept", "application/json"))).Text()).RootElement.GetProperty("total").GetInt32();

    /// <summary>A portal in which nobody mends the index between what a test breaks and what it asks.</summary>
    public sealed class Alone : IAsyncDisposable
    {
        public PortalHost Portal { get; } = PortalHost.Idle();

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }

}

file static class Files
{
    public static void SetLengthAndClose(this FileStream file, long length)
    {
        using (file) file.SetLength(length);
    }
}
