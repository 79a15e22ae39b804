using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web;

/// <summary>Pages opened by people are counted, also those that lie ready; nothing else is.</summary>
public sealed class ViewsCountTests(PortalHost portal)
{
    private static readonly (string, string) Phone = ("User-Agent", "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36");

    [Fact]
    public async Task Every_opening_counts_once_whether_made_or_lying_ready()
    {
        const string page = "/huong-dan/quyen-du-lieu-ca-nhan";
        var before = await Views(page);

        await portal.Browser().Get(page, Phone);
        var ready = await portal.Browser().Get(page, Phone);
        await portal.Browser().Get(page + "/?utm=1", Phone);
        await portal.Browser().Get(page, Phone, ("Sec-Fetch-Dest", "document"));

        Assert.True(ready.WasKeptReady());
        Assert.False(ready.Headers.Contains("Set-Cookie"));
        Assert.Equal(before + 4, await Views(page));
    }

    [Fact]
    public async Task Machines_staff_heads_and_what_nobody_looks_at_are_not_counted()
    {
        const string page = "/huong-dan/buu-chinh-cong-ich";
        var before = await Views(page);

        await portal.Browser().Get(page);
        await portal.Browser().Get(page, ("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)"));
        await portal.Browser().Head(page);
        await portal.Browser().Get(page, Phone, ("Sec-Purpose", "prefetch;prerender"));
        await portal.Browser().Get(page, Phone, ("Purpose", "prefetch"));
        await portal.Browser().Get(page, Phone, ("Sec-Fetch-Dest", "empty"));
        await portal.Browser().Get(page, Phone, ("Accept", "application/json"));
        await (await portal.Browser().SignIn("bientap")).Get(page, Phone);
        await portal.Browser().Get("/huong-dan/khong-co-trang-nay", Phone);
        await portal.Browser().Get("/phan-anh/gui", Phone);

        Assert.Equal(before, await Views(page));
        Assert.Equal(0, await portal.Inside((_, db) => db.ViewCounts.CountAsync(count => count.Page == "/huong-dan/khong-co-trang-nay" || count.Page == "/phan-anh/gui")));
    }

    [Fact]
    public async Task English_is_counted_apart()
    {
        const string page = "/tin-tuc/hai-so-dien-thoai-can-luu";
        var before = await Views(page, "en");

        await portal.Browser().Get("/en" + page, Phone);

        Assert.Equal(before + 1, await Views(page, "en"));
    }

    [Fact]
    public async Task Editors_learn_what_people_look_for_in_vain()
    {
        var words = "khinhkhicầu " + Random.Shared.Next(1_000);
        // While the index is still being built nothing is counted as looked for in vain.
        await portal.Settle();
        await portal.Browser().Get("/tim-kiem?q=" + Uri.EscapeDataString(words), Phone);
        await portal.Browser().Get("/tim-kiem?q=" + Uri.EscapeDataString(words));
        await portal.Services.GetRequiredService<KeepViewsJob>().Run(portal.Services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);

        Assert.Equal(1, await portal.Inside((_, db) => db.SearchTallies.Where(search => search.Words == words).SumAsync(search => search.Times)));
        Assert.Contains(words, await (await (await portal.Browser().SignIn("bientap")).Get("/quan-tri/so-lieu/luot-xem")).Text(), StringComparison.Ordinal);
    }

    private async Task<int> Views(string address, string culture = "vi")
    {
        await portal.Services.GetRequiredService<KeepViewsJob>().Run(portal.Services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);
        return await portal.Inside(async (_, db) =>
        {
            var slug = address.Split('/')[^1];
            var item = await db.Editions.Live().Where(edition => edition.Slug == slug && edition.Culture == "vi").Select(edition => edition.ItemId).SingleAsync();
            return await db.ViewCounts.Where(count => count.ItemId == item && count.Culture == culture).SumAsync(count => count.Views);
        });
    }
}
