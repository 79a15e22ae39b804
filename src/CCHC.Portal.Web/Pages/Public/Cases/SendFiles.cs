using System.Text.Json;
using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Carries the files of an unfinished form from step to step: cleaned on the disk, named by a sealed ticket in the form.</summary>
public sealed class SendFiles(DraftFiles drafts, CasesSettings settings, StorageSettings storage, WebSettings web, IDataProtectionProvider protection)
{
    private const long MostInAll = 45L * 1024 * 1024, TimesTheLeast = 5;

    /// <summary>Whether the disk can take files and still hold what people write for a long time.</summary>
    public bool HasRoom() => new DriveInfo(Path.GetFullPath(storage.Folder)).AvailableFreeSpace >= web.LeastFreeDiskMb * TimesTheLeast * 1024L * 1024;

    public List<SentFile> Open(Guid siteId, IEnumerable<string?> tickets)
    {
        var kept = new List<SentFile>();
        foreach (var ticket in tickets.OfType<string>().Take(settings.MostFiles))
        {
            try
            {
                kept.Add(JsonSerializer.Deserialize<SentFile>(Protector(siteId).Unprotect(ticket))!);
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                // Forged or a day old: the file is swept by now; the form goes on without it.
            }
        }
        return kept;
    }

    /// <summary>Takes out those that are no more on the disk, each with its word: a case must not name what is not there.</summary>
    public IReadOnlyList<SentFile> There(IReadOnlyList<SentFile> papers, ModelStateDictionary wrong, Translator t)
    {
        foreach (var gone in papers.Where(paper => !drafts.Has(paper)))
        {
            wrong.AddModelError("Files", t["Tệp “{0}” không còn trên máy chủ. Hãy chọn lại tệp, hoặc gửi không kèm tệp này.", gone.Name]);
        }
        return [.. papers.Where(drafts.Has)];
    }

    public string Seal(Guid siteId, SentFile file)
    {
        drafts.StillWanted(file);
        return Protector(siteId).Protect(JsonSerializer.Serialize(file), DraftFiles.Kept);
    }

    // A ticket is good at the site that gave it.
    private ITimeLimitedDataProtector Protector(Guid siteId) => protection.CreateProtector("draft-files", siteId.ToString("n")).ToTimeLimitedDataProtector();

    public async Task<IReadOnlyList<SentFile>> Take(IReadOnlyList<IFormFile> sent, List<SentFile> kept, ModelStateDictionary wrong, Translator t, CancellationToken stop)
    {
        await Judge(sent, kept, (words, values) => wrong.AddModelError("Files", t[words, values]), stop);
        return kept;
    }

    /// <summary>The same for the desk, which speaks Vietnamese only.</summary>
    public async Task<(IReadOnlyList<SentFile> Kept, IReadOnlyList<string> Wrong)> Judge(IReadOnlyList<IFormFile> sent, List<SentFile> kept, CancellationToken stop)
    {
        var wrong = new List<string>();
        await Judge(sent, kept, (words, values) => wrong.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, words, values)), stop);
        return (kept, wrong);
    }

    public bool Has(SentFile file) => drafts.Has(file);

    private async Task Judge(IReadOnlyList<IFormFile> sent, List<SentFile> kept, Action<string, object[]> wrong, CancellationToken stop)
    {
        foreach (var file in sent.Where(file => file.Length > 0))
        {
            if (kept.Count >= settings.MostFiles)
            {
                wrong("Chỉ gửi được tối đa {0} tệp. Hãy gỡ bớt.", [settings.MostFiles]);
                break;
            }
            if (kept.Sum(paper => paper.Size) + file.Length > MostInAll)
            {
                wrong("Tổng dung lượng các tệp vượt quá 45 MB. Hãy gỡ bớt.", []);
                break;
            }
            await using var content = file.OpenReadStream();
            var judged = await drafts.Check(content, file.FileName, file.Length, stop);
            if (judged.Problem == IncomingProblem.None)
            {
                kept.Add(await drafts.Keep(judged, stop));
            }
            else
            {
                wrong(DraftFiles.Explain(judged.Problem), [judged.SafeName]);
            }
        }
    }
}
