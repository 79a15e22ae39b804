using System.Net;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Jobs;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace CCHC.Portal.Tests.Web.Desk.Media;

/// <summary>What tests of the library do again and again.</summary>
internal static class Library
{
    public const string Home = "/quan-tri/thu-vien", Upload = Home + "/tai-len";

    private static int number;

    /// <summary>A photo nobody has sent before.</summary>
    public static byte[] Photo(int width = 1100, int height = 700)
    {
        var shade = Interlocked.Increment(ref number);
        using var plain = Pictures.Plain(width, height);
        using var own = plain.Mutate(image => image.DrawRect([shade % 251, shade * 7 % 251, 90], width / 2, height / 2, 90, 60, fill: true));
        return own.JpegsaveBuffer();
    }

    public static string NewName(string ending) => $"tep-thu-{Interlocked.Increment(ref number)}-{Guid.CreateVersion7():n}"[..24] + ending;

    /// <summary>Uploads a file and returns it as the library keeps it.</summary>
    public static async Task<MediaFile> Brings(this Browser staff, PortalHost portal, byte[] content, string ending = ".jpg", string alt = "Ảnh thử của bến phà")
    {
        var answer = await staff.SendFiles(Upload, "Files", [(NewName(ending), content)], ("Alt", alt));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Text());
        var id = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
        return await portal.File(id);
    }

    public static Task<MediaFile> File(this PortalHost portal, Guid id) => portal.Inside((_, db) => db.MediaFiles.AsNoTracking().SingleAsync(file => file.Id == id));

    /// <summary>Does the chores that wait, as the loop would.</summary>
    public static async Task<MediaFile> DoesItsChores(this PortalHost portal, MediaFile file)
    {
        foreach (var job in portal.Services.GetServices<IJob>().OfType<DoChoresJob>())
        {
            await job.Run(portal.Services.GetRequiredService<IServiceScopeFactory>(), default);
        }
        for (var patience = 0; patience < 1_800; patience++)   // the portal's own loop may have taken it
        {
            var subject = file.Id.ToString("n");
            if (await portal.Inside((_, db) => db.Chores.AsNoTracking().Where(c => c.Subject == subject).AllAsync(c => c.DoneAt != null || c.GivenUpAt != null)))
            {
                break;
            }
            await Task.Delay(100);
        }
        return await portal.File(file.Id);
    }

    /// <summary>All addresses a file has or could have.</summary>
    public static IReadOnlyList<string> Addresses(this MediaFile file) => [file.Address(), .. file.Copies.Select(copy => file.Address(copy))];

    /// <summary>Puts a file before readers.</summary>
    public static async Task<MediaFile> IsShown(this PortalHost portal, MediaFile file)
    {
        await portal.Publishes(new Article { Text = $"Xem {file.Name}" }, "Bài có tệp " + file.Name);
        return file;
    }

    /// <summary>A published article that names the file.</summary>
    public static Task<Edition> Publishes(this PortalHost portal, ContentBody body, string title) => portal.Inside(async (services, db) =>
    {
        var slug = "bai-" + Guid.CreateVersion7().ToString("n");
        var edition = Given.Edition(body, title, slug, inReview: true);
        edition.Approve(Guid.CreateVersion7(), Given.Morning);
        db.ContentItems.Add(edition.Item!);
        db.Editions.Add(edition);
        await services.GetRequiredService<Publishing>().Publish(edition, default);
        return edition;
    });
}
