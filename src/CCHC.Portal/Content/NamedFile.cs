using System.Collections;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

/// <summary>A file that a field of a text names, and what the library has under that name.</summary>
public sealed record NamedFile(string Field, string Label, MediaKind Wanted, string Name, MediaFile? File = null)
{
    /// <summary>Why it is not what the field promises, in Vietnamese; null when it is.</summary>
    public string? Wrong => File is null ? $"Mục “{Label}”: tệp “{Name}” không có trong thư viện."
        : File.Kind != Wanted ? $"Mục “{Label}” cần {Vi(Wanted)}, còn tệp “{Name}” là {Vi(File.Kind)}." : null;

    /// <summary>The same for a file that was there and was taken away since.</summary>
    public string? Gone => File is { State: not MediaState.Active } ? $"Mục “{Label}”: tệp “{Name}” đã bị gỡ hoặc bỏ vào thùng rác." : null;

    /// <summary>The files the fields of a body name, those of rows under the field the rows stand in.</summary>
    public static IEnumerable<NamedFile> In(ContentType type, ContentBody body) => In(type.Fields, body, null);

    private static IEnumerable<NamedFile> In(IReadOnlyList<ContentField> fields, object holder, string? above)
    {
        foreach (var field in fields)
        {
            if (field.Input == FieldInput.Media && field.Of(holder) is string { Length: > 0 } name)
            {
                yield return new NamedFile(above ?? field.Name, field.Vi, field.Holds, name);
            }
            foreach (var named in Rows(field, holder).SelectMany(row => In(field.Parts, row, above ?? field.Name)))
            {
                yield return named;
            }
        }
    }

    private static IEnumerable<object> Rows(ContentField field, object holder) => field.RowType is null ? [] : field.Of(holder) switch
    {
        null => [],
        IEnumerable rows => rows.Cast<object>(),
        var one => [one],
    };

    private static string Vi(MediaKind kind) => kind switch
    {
        MediaKind.Image => "ảnh",
        MediaKind.Video => "video",
        MediaKind.Audio => "âm thanh",
        MediaKind.Captions => "tệp phụ đề",
        _ => "tài liệu PDF hoặc Word",
    };
}

public static class NamedFiles
{
    extension(PortalDb db)
    {
        /// <summary>The files the fields of a text name, each with what the library has.</summary>
        public async Task<IReadOnlyList<NamedFile>> FilesNamedBy(Edition edition, CancellationToken stop)
        {
            var named = NamedFile.In(edition.Kind, edition.Body).ToList();
            var names = named.Select(one => one.Name).ToList();
            var files = await db.MediaFiles.AsNoTracking().Where(file => names.Contains(file.Name)).ToDictionaryAsync(file => file.Name, stop);
            return [.. named.Select(one => one with { File = files.GetValueOrDefault(one.Name) })];
        }
    }
}
