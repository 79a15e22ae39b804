using System.Net;
using System.Text;
using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Jobs;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using CCHC.Portal.Tests.Web.Desk.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CCHC.Portal.Tests.Web;

/// <summary>Where there is a scanner nobody is handed a file before it was looked through; where there is none, nothing waits.</summary>
public sealed class QuarantineTests
{
    private const string Bad = "XAU-XAU-XAU";

    [Fact]
    public async Task A_file_waits_is_handed_out_when_it_is_clean_and_never_when_it_is_not()
    {
        await using var scanner = new StubScanner(Bad) { IsIll = true };
        await using var portal = PortalHost.With(("Media:ClamAv", scanner.Address));
        await portal.InitializeAsync();
        var code = await portal.Case("KT");
        var (good, bad) = (await Attached(portal, code, "%PDF-1.4 tốt"), await Attached(portal, code, "%PDF-1.4 " + Bad));
        var officer = await portal.Browser().SignIn("canbo.kt");
        await Scan(portal);

        foreach (var id in new[] { good, bad })
        {
            var waiting = await officer.Get($"/quan-tri/phan-anh/{code}/tep/{id}");
            Assert.Equal(HttpStatusCode.Conflict, waiting.StatusCode);
            Assert.Contains("đang chờ kiểm tra mã độc", await waiting.Text(), StringComparison.Ordinal);
        }
        Assert.Contains("đang chờ kiểm tra mã độc", await (await officer.Get("/quan-tri/phan-anh/" + code)).Text(), StringComparison.Ordinal);
        var picture = (await portal.Inside((_, db) => db.MediaFiles.AsNoTracking().Where(file => file.State == MediaState.Active && file.Kind == MediaKind.Image).ToListAsync())).Select(file => file.Address()).ToList();
        var shown = new List<string>();
        foreach (var address in picture)
        {
            if ((await portal.Browser().Get(address)).StatusCode == HttpStatusCode.Conflict)
            {
                shown.Add(address);
            }
        }
        Assert.NotEmpty(shown);   // what readers' pages use

        scanner.IsIll = false;
        await Scan(portal);

        Assert.Equal(HttpStatusCode.OK, (await officer.Get($"/quan-tri/phan-anh/{code}/tep/{good}")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await officer.Get($"/quan-tri/phan-anh/{code}/tep/{bad}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(shown[0])).StatusCode);
    }

    [Fact]
    public async Task Without_a_scanner_nothing_waits_and_one_that_is_away_says_nothing_of_a_file()
    {
        using var content = new MemoryStream([1]);
        var away = new ClamAv(ClamAv.Where("127.0.0.1:1"), NullLogger<ClamAv>.Instance);

        Assert.Equal(ScanState.Waiting, await away.Scan(content, CancellationToken.None));
        Assert.False(new NoScanner().IsOn);
        Assert.IsType<System.Net.Sockets.UnixDomainSocketEndPoint>(ClamAv.Where("/run/clamav/clamd.ctl"));
        Assert.Throws<InvalidOperationException>(() => ClamAv.Where("clamav"));
    }

    private static Task<Guid> Attached(PortalHost portal, string code, string words) => portal.Inside(async (services, db) =>
    {
        var bytes = Encoding.UTF8.GetBytes(words);
        var kept = await services.GetRequiredService<DraftFiles>().Keep(new IncomingFile(IncomingProblem.None, "application/pdf", "pdf", bytes, null, null, "giay.pdf"), CancellationToken.None);
        var file = new Attachment { SiteId = portal.Site.Id, FeedbackId = (await db.Feedback.SingleAsync(one => one.ReferenceCode == code)).Id, Name = kept.Name, StoreKey = kept.StoreKey, ContentType = kept.ContentType, Size = kept.Size };
        db.Attachments.Add(file);
        await db.SaveChangesAsync();
        return file.Id;
    });

    private static async Task Scan(PortalHost portal)
    {
        foreach (var job in portal.Services.GetServices<IJob>().Where(job => job is ScanAttachmentsJob or ScanMediaJob))
        {
            await job.Run(portal.Services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);
        }
    }
}
