using System.Net;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Tests.Web.Public.Content;

/// <summary>The ways that lead from page to page: steps of a life event, topics under topics, sources, feeds, the door of a procedure.</summary>
public sealed class ReaderPathsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_life_event_is_walked_page_by_page_with_the_number_of_the_step()
    {
        var life = await (await portal.Browser().Get("/viec-doi/sinh-con")).Read();
        var second = await (await portal.Browser().Get("/thu-tuc/dang-ky-thuong-tru?viec=sinh-con")).Read();
        var english = await (await portal.Browser().Get("/en/thu-tuc/dang-ky-thuong-tru?viec=sinh-con")).Read();
        var plain = await (await portal.Browser().Get("/thu-tuc/dang-ky-thuong-tru")).Read();
        var foreign = await (await portal.Browser().Get("/thu-tuc/dang-ky-thuong-tru?viec=mo-hang")).Read();

        Assert.Equal(["/thu-tuc/dang-ky-khai-sinh", "/thu-tuc/dang-ky-thuong-tru", "/thu-tuc/the-bao-hiem-y-te-tre-em", "/huong-dan/tra-cuu-ho-so"],
            life.QuerySelectorAll("ol.steps h3 a").Select(link => link.GetAttribute("href")!.Split('?')[0]));
        Assert.Contains("Bước 2 trên 4", second.QuerySelector(".journey")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/thu-tuc/dang-ky-khai-sinh?viec=sinh-con", second.QuerySelector(".journey [rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/thu-tuc/the-bao-hiem-y-te-tre-em?viec=sinh-con", second.QuerySelector(".journey [rel=next]")!.GetAttribute("href"));
        Assert.Equal("Đăng ký thường trú", second.QuerySelector(".journey [aria-current=step]")!.TextContent);
        Assert.Contains("Step 2 of 4", english.QuerySelector(".journey")!.TextContent, StringComparison.Ordinal);
        Assert.Null(plain.QuerySelector(".journey"));
        Assert.Null(foreign.QuerySelector(".journey"));
    }

    [Fact]
    public async Task What_is_filed_under_a_child_is_found_under_its_parent_once()
    {
        await portal.Publish(new Topic { Short = "Chủ đề con", Parent = "tai-chinh-cong", Order = 50 }, "Chủ đề con thử", "chu-de-con-thu");
        await Filed("Tin ở chủ đề con", new Article { Text = "Một." }, "chu-de-con-thu");
        await Filed("Tin ở cả hai chủ đề", new Article { Text = "Hai." }, "chu-de-con-thu", "tai-chinh-cong");
        await Filed("Câu hỏi ở chủ đề con", new Question { AnsweredBy = "Phòng thử", AnsweredOn = new(2026, 11, 1), Text = "Trả lời." }, "chu-de-con-thu");

        var news = await (await portal.Browser().Get("/tin-tuc?chu-de=tai-chinh-cong")).Read();
        var parent = await (await portal.Browser().Get("/chu-de/tai-chinh-cong")).Read();
        var desk = await (await (await portal.Browser().SignIn("bientap")).Get("/quan-tri/noi-dung?chu-de=tai-chinh-cong&loai=article&dem=chu-de")).Read();

        Assert.Single(news.QuerySelectorAll("a[href='/tin-tuc/tin-o-ca-hai-chu-de']"));
        Assert.Single(news.QuerySelectorAll("a[href='/tin-tuc/tin-o-chu-de-con']"));
        Assert.NotNull(parent.QuerySelector("section[aria-labelledby=t-question] a[href='/hoi-dap/cau-hoi-o-chu-de-con']"));
        var (own, both) = (Count("Chủ đề con thử"), Count("Cải cách tài chính công"));
        Assert.Equal(2, own);
        Assert.Equal(both, desk.QuerySelectorAll("section table, .tw table").Last().QuerySelectorAll("tbody tr").Length);
        Assert.True(both > own || both == 2);

        int Count(string topic) => int.Parse(desk.QuerySelectorAll("tbody tr").First(row => row.QuerySelector("th a")?.TextContent == topic).QuerySelector("td")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task An_article_that_quotes_names_its_source_which_the_editor_chose_from_the_list()
    {
        await portal.Publish(new ServiceLink { Url = "https://nguon.example/", Group = LinkGroup.Source, UseFor = "Tin của cấp trên" }, "Nguồn tin thử", "nguon-tin-thu");
        await portal.Publish(new Article { Text = "Nội dung.", QuotedFrom = "nguon-tin-thu" }, "Bài dẫn lại nguồn thử");

        var page = await (await portal.Browser().Get("/tin-tuc/bai-dan-lai-nguon-thu")).Read();
        var form = await (await (await portal.Browser().SignIn("bientap")).Get("/quan-tri/noi-dung/moi/article")).Read();
        var links = await (await portal.Browser().Get("/lien-ket")).Read();

        Assert.Equal("Nguồn tin thử", page.QuerySelector("a[href='https://nguon.example/']")!.TextContent);
        Assert.Contains("Nguồn tin thử", form.QuerySelectorAll("select option[value='nguon-tin-thu']").Select(option => option.TextContent));
        Assert.Contains("Nguồn tin được dẫn lại", links.QuerySelectorAll("h2").Select(head => head.TextContent));
        Assert.DoesNotContain("Nguồn tin thử", await (await portal.Browser().Get("/tra-cuu-ho-so")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_of_a_unit_is_named_on_its_pages_and_on_the_map_of_the_site()
    {
        var page = await (await portal.Browser().Get("/hoi-dap/xem-ngan-sach-o-dau")).Read();
        var map = await (await portal.Browser().Get("/so-do-trang")).Read();

        var feed = page.QuerySelector("head link[rel=alternate][type='application/rss+xml'][href^='/don-vi/']")!.GetAttribute("href")!;
        Assert.NotNull(page.QuerySelector($".signed a[href='{feed}']"));
        Assert.NotNull(map.QuerySelector($"a[href='{feed}']"));
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(feed)).StatusCode);
        Assert.Null(map.QuerySelector("a[href='/don-vi/SEALED/rss.xml']"));
    }

    [Fact]
    public async Task A_form_is_taken_away_in_every_format_it_has_with_kind_and_size()
    {
        var page = await (await portal.Browser().Get("/thu-tuc/dang-ky-khai-sinh")).Read();

        var files = page.QuerySelectorAll("#giay-to a[download]").Select(link => (Address: link.GetAttribute("href")!, Words: link.QuerySelector("small")!.TextContent)).ToList();
        Assert.Equal(["DOCX", "PDF"], files.Select(file => file.Words.Trim('(').Split(',')[0]));
        Assert.All(files, file => Assert.Contains(" KB", file.Words, StringComparison.Ordinal));
        foreach (var (address, _) in files)
        {
            Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(address)).StatusCode);
        }
        Assert.Contains("không dùng để nộp", page.QuerySelector("#giay-to")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_says_whether_it_opens_the_procedure_or_only_a_front_page()
    {
        var sample = await (await portal.Browser().Get("/thu-tuc/dang-ky-khai-sinh")).Read();
        var real = Given.Procedure("1.001193") with { Online = OnlineServiceLevel.Full, OnlineUrl = "https://dichvucong.gov.vn" };
        var known = new SiteProfile { OnlinePattern = "https://cong.example/thu-tuc?ma={code}" };

        Assert.Contains("Mở trang chủ dichvucong.gov.vn", sample.QuerySelector(".page-head .btn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Đăng ký khai sinh", sample.QuerySelector(".page-head .pick")!.TextContent);
        Assert.Equal(new OnlineDoor("https://cong.example/thu-tuc?ma=1.001193", true, false), OnlineDoor.Of(real, known));
        Assert.True(OnlineDoor.Of(real, new SiteProfile())!.IsFrontPage);
        Assert.True(OnlineDoor.Of(real with { Code = "MAU-001" }, known)!.IsFrontPage);
        Assert.Equal(new OnlineDoor("https://cong.example/rieng/7", false, false), OnlineDoor.Of(real with { OnlineUrl = "https://cong.example/rieng/7" }, known));
        Assert.Null(OnlineDoor.Of(real with { Online = OnlineServiceLevel.None }, known));
    }

    [Fact]
    public async Task English_readers_get_questions_and_moved_duties_in_English_by_old_Vietnamese_names_too()
    {
        var questions = await (await portal.Browser().Get("/en/hoi-dap")).Read();
        var moved = await (await portal.Browser().Get("/en/viec-nay-ai-lam")).Read();
        var found = await (await portal.Browser().Get("/en/viec-nay-ai-lam?q=thi+tran+cat+ba")).Read();
        var posted = await (await portal.Browser().Get("/en/cong-khai")).Read();

        Assert.DoesNotContain(questions.QuerySelectorAll(".doc[lang=vi] a"), link => link.GetAttribute("href")!.EndsWith("/khai-sinh-muon", StringComparison.Ordinal));
        Assert.True(questions.QuerySelectorAll(".doc:not([lang])").Length >= 12);
        Assert.True(moved.QuerySelectorAll(".doc:not([lang]), tbody tr:not([lang])").Length >= 10);
        Assert.All(moved.QuerySelectorAll(".doc[lang=vi], tbody tr[lang=vi]"), line => Assert.Equal("Only in Vietnamese", line.QuerySelector(".only-vi")!.TextContent));
        Assert.Contains("Cát Hải Special Zone", found.QuerySelector(".doc")!.TextContent, StringComparison.Ordinal);
        Assert.All(posted.QuerySelectorAll(".doc[lang=vi]"), line => Assert.Equal("en", line.QuerySelector(".only-vi")!.GetAttribute("lang")));
        Assert.Empty((await (await portal.Browser().Get("/hoi-dap")).Read()).QuerySelectorAll(".only-vi"));
    }

    private async Task Filed(string title, CCHC.Portal.Content.ContentBody body, params string[] topics)
    {
        var edition = await portal.Publish(body, title);
        await portal.Inside((_, db) =>
        {
            db.AddRange(topics.Select(topic => new CCHC.Portal.Content.EditionTopic { EditionId = edition.Id, Topic = topic }));
            return db.SaveChangesAsync();
        });
    }
}
