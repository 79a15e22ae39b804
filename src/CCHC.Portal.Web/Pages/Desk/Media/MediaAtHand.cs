using CCHC.Portal.Content;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Jobs;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>The file of the library a page is about, as far as the person at the desk may see or change it.</summary>
public sealed class MediaAtHand(PortalDb db, Visit visit, MediaIntake intake, MediaSettings settings, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => VietnamTime.Day(Now);

    public Task<MediaFile?> ToSee(Guid id, CancellationToken stop) => db.MediaFiles.SingleOrDefaultAsync(file => file.Id == id, stop);

    public async Task<MediaFile?> ToChange(Guid id, CancellationToken stop) =>
        await ToSee(id, stop) is { } file && visit.Me.MayChange(file) ? file : null;

    /// <summary>Whether this person answers for the whole library, not only for what they brought.</summary>
    public bool AnswersForAll => visit.Me.UnitsFor(Deed.ManageMedia) is null;

    /// <summary>The living texts that name a file, those readers see first.</summary>
    public async Task<IReadOnlyList<MediaUse>> UsesOf(MediaFile file, CancellationToken stop) =>
        [.. (await db.Editions.AsNoTracking().Naming(file.Name).ReadersFirst().ThenByDescending(edition => edition.ChangedAt).Take(200).ToListAsync(stop)).Select(MediaUse.Of)];

    /// <summary>Why this person may not put other bytes or other words to a file, in Vietnamese; null when they may. What readers see changes only by whoever may publish.</summary>
    public string? WhyNotChange(IReadOnlyList<MediaUse> uses) => visit.Me.Can(Deed.PublishContent) || uses.Count(use => use.IsForReaders) is not (> 0 and var shown) ? null
        : $"{shown} trang đã đăng hoặc đã hẹn giờ đang dùng tệp này. Thay tệp hay sửa mô tả là đổi ngay trang người đọc thấy, nên chỉ người duyệt đăng được làm. Bạn có thể tải lên tệp mới, dùng nó trong bài rồi gửi duyệt.";

    /// <summary>Why this person may not put a file back before readers, in Vietnamese; null when they may.</summary>
    public string? WhyNotRestore(MediaFile file, IReadOnlyList<MediaUse> uses) => WhyNotChange(uses)
        ?? (file.State == MediaState.Withdrawn && !AnswersForAll && !visit.Me.Can(Deed.PublishContent) ? "Tệp này đã bị gỡ khỏi trang. Chỉ biên tập viên hoặc người duyệt đăng được khôi phục." : null);

    public Task<Chore?> ChoreOf(MediaFile file, CancellationToken stop)
    {
        var subject = file.Id.ToString("n");
        return db.Chores.AsNoTracking().Where(chore => chore.Subject == subject).OrderByDescending(chore => chore.CreatedAt).FirstOrDefaultAsync(stop);
    }

    /// <summary>Saves with a line in the record, and makes every page show it now.</summary>
    public async Task Save(string what, MediaFile file, CancellationToken stop, string detail = "")
    {
        db.AuditEntries.Add(new AuditEntry { At = Now, PersonId = visit.Me.PersonId, What = what, Subject = file.Name, Detail = detail });
        intake.Note(file);
        if (file.Kind == MediaKind.Document)
        {
            await db.NoteTextsNaming(file.Name, Now, stop);
        }
        await db.SaveChangesAsync(stop);
        intake.Tell();
    }

    /// <summary>What is wrong with the files a text names, in words for its writer.</summary>
    public async Task<IReadOnlyList<(string? Field, string Words)>> WarningsFor(Edition edition, CancellationToken stop) =>
        [.. await HindrancesFor(edition, stop), .. (await FilesOf(edition, stop)).Where(file => file.State == MediaState.Active && file.Problems(Today).Contains(MediaProblem.NoConsent))
            .Select(file => ((string?)null, $"{MediaWords.Of(MediaProblem.NoConsent, file)}: {file.Name}."))];

    /// <summary>What keeps a text from going on: files readers cannot see or that say nothing to those who cannot, and videos of strangers.</summary>
    public async Task<IReadOnlyList<(string? Field, string Words)>> HindrancesFor(Edition edition, CancellationToken stop)
    {
        List<(string?, string)> found = [.. (await FilesOf(edition, stop)).SelectMany(file => Hindrances(file).Select(words => ((string?)null, $"{words}: {file.Name}.")))];
        found.AddRange((await db.FilesNamedBy(edition, stop)).Where(named => named.Wrong is not null).Select(named => ((string?)named.Field, named.Wrong!)));
        if (edition.Body is Video { Link: { Length: > 0 } link } && VideoHost.Of(link, settings.VideoHosts) is null)
        {
            found.Add((nameof(Video.Link), $"Cổng chỉ liên kết video của {string.Join(", ", settings.VideoHosts.Select(host => host.Name).Distinct())}."));
        }
        return found;
    }

    private IEnumerable<string> Hindrances(MediaFile file) => file.State != MediaState.Active
        ? [file.State == MediaState.Withdrawn ? "Tệp đã bị gỡ khỏi trang" : "Tệp đang ở thùng rác"]
        : file.Problems(Today).Where(problem => problem != MediaProblem.NoConsent).Select(problem => MediaWords.Of(problem, file));

    private Task<List<MediaFile>> FilesOf(Edition edition, CancellationToken stop)
    {
        var names = MediaNames.Split(edition.MediaNames).ToList();
        return db.MediaFiles.AsNoTracking().Where(file => names.Contains(file.Name)).OrderBy(file => file.Name).ToListAsync(stop);
    }
}

/// <summary>A text that names a file.</summary>
public sealed record MediaUse(Guid Edition, string Title, string Type, EditionState State, bool IsForReaders)
{
    public static MediaUse Of(Edition edition) => new(edition.Id, edition.Title, edition.Kind.Vi + (edition.Culture == "en" ? ", tiếng Anh" : ""), edition.State,
        edition.ShowsFiles);
}
