using System.Data;
using System.Text;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Writes a running site as a content-seed folder: loaded into an empty portal it gives the same site, exported again the same bytes.</summary>
public sealed class Exporting(PortalDb db, FileStore files)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Into a folder of the site's key below the target, all of it or nothing.</summary>
    public async Task<ExportReport> Write(SiteMap site, string target, bool overwrite, CancellationToken stop)
    {
        var folder = Path.Combine(target, site.Key);
        if (!overwrite && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new ExportProblem($"{folder} is not empty. Give another folder, or --force to replace it.");
        }
        db.Enter(site.Id);
        var report = new ExportReport { Folder = folder };
        var unfinished = $"{folder}.{Environment.ProcessId}.unfinished";
        try
        {
            Directory.CreateDirectory(unfinished);
            foreach (var (name, text) in await Texts(site, report, stop))
            {
                await Put(Path.Combine(unfinished, name), text, stop);
            }
            await new ExportMedia(db, files, report).Write(Path.Combine(unfinished, "media"), stop);
            Replace(folder, unfinished);
            return report;
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    // Everything is read at one moment, so that no page can refer to one that was not there yet.
    private async Task<List<(string, string)>> Texts(SiteMap site, ExportReport report, CancellationToken stop)
    {
        await using var moment = await db.Database.BeginTransactionAsync(db.Database.IsNpgsql() ? IsolationLevel.RepeatableRead : IsolationLevel.Unspecified, stop);
        var basics = new ExportBasics(db, site, report);
        List<(string, string)> texts = [.. await basics.Texts(stop), .. await new ExportContent(db, report).Texts(stop)];
        await basics.NamePeople(stop);
        await moment.CommitAsync(stop);
        return texts;
    }

    private static async Task Put(string path, string text, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, Utf8, stop);
    }

    private static void Replace(string folder, string finished)
    {
        var former = $"{folder}.{Environment.ProcessId}.former";
        if (Directory.Exists(folder))
        {
            Directory.Move(folder, former);
        }
        Directory.Move(finished, folder);
        if (Directory.Exists(former))
        {
            Directory.Delete(former, recursive: true);
        }
    }
}

/// <summary>What an export wrote, and what it had to leave out and why.</summary>
public sealed record ExportReport
{
    public string Folder { get; init; } = "";
    public int Texts { get; set; }
    public int Media { get; set; }
    public int Rows { get; set; }
    public List<string> LeftOut { get; } = [];

    public override string ToString() => $"{Texts} texts, {Media} media files, {Rows} rows; {LeftOut.Count} left out";
}

/// <summary>Why a site cannot be exported, in words for the operator.</summary>
public sealed class ExportProblem(string message) : Exception(message);
