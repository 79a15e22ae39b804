using System.ServiceModel.Syndication;
using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>The newest published answers, for feed readers.</summary>
public static class AnswersFeed
{
    private const int Newest = 30;

    public static async Task<IResult> Rss(PortalDb db, Visit visit, CancellationToken stop)
    {
        var site = visit.Site.Profile;
        var answers = await db.PublicAnswers.AsNoTracking().Published().Newest().Take(Newest).ToListAsync(stop);
        var feed = new SyndicationFeed("Phản ánh đã trả lời", site.Body, new Uri(site.BaseUrl + "/phan-anh/cong-khai"), site.BaseUrl + "/phan-anh/cong-khai/rss.xml", answers.Count == 0 ? DateTimeOffset.UnixEpoch : answers.Max(answer => answer.DecidedAt!.Value))
        {
            Language = "vi",
            Items = answers.Select(answer => new SyndicationItem(answer.Title, answer.Question, new Uri(site.BaseUrl + answer.Address), "urn:uuid:" + answer.Id, answer.DecidedAt!.Value) { PublishDate = VietnamTime.At(answer.AnsweredOn, default) }).ToList(),
        };
        return Tagged.Xml(new Rss20FeedFormatter(feed).WriteTo, "application/rss+xml");
    }
}
