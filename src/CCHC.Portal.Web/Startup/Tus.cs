using System.Globalization;
using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>
/// Takes large clips piece by piece (tus 1.0: creation, termination, expiration), so that a dropped line costs seconds, not the whole.
/// Every request carries Tus-Resumable, a header no other site's page can send here with our cookie.
/// </summary>
public static class Tus
{
    public const string Address = "/quan-tri/thu-vien/tai";
    private const string Version = "1.0.0", Piece = "application/offset+octet-stream";
    private const int MostUnderWay = 8;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var tus = routes.MapGroup(Address).WithMetadata(new NeedsAttribute(Deed.ManageMedia));
        tus.MapPost("", Begin);
        tus.MapMethods("", ["OPTIONS"], Offer);
        tus.MapMethods("{id:guid}", ["HEAD"], Ask);
        tus.MapPatch("{id:guid}", Add).WithMetadata(new TakesAttribute(Limits.ClipPiece));
        tus.MapDelete("{id:guid}", End);
    }

    private static IResult Offer(HttpContext context, MediaSettings settings)
    {
        var headers = context.Response.Headers;
        headers["Tus-Resumable"] = headers["Tus-Version"] = Version;
        headers["Tus-Extension"] = "creation,termination,expiration";
        headers["Tus-Max-Size"] = settings.MostClipBytes.ToString(CultureInfo.InvariantCulture);
        return Results.NoContent();
    }

    private static async Task<IResult> Begin(HttpContext context, PortalDb db, Visit visit, Arrivals arrivals, MediaSettings settings, TimeProvider clock, CancellationToken stop)
    {
        if (!Speaks(context))
        {
            return Refuse(StatusCodes.Status412PreconditionFailed, "Cách gửi này không được hỗ trợ.");
        }
        if (!long.TryParse(context.Request.Headers["Upload-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length == 0)
        {
            return Refuse(StatusCodes.Status400BadRequest, "Tệp trống hoặc không nói rõ kích thước.");
        }
        if (length > settings.MostClipBytes)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, $"Tệp lớn quá {settings.MostClipMb} MB.");
        }
        var said = Metadata(context.Request.Headers["Upload-Metadata"].ToString());
        var (name, folder) = (VietnameseText.CleanLine(said.GetValueOrDefault("filename")), said.GetValueOrDefault("folder", ""));
        if (name is { Length: 0 or > 200 } || !visit.Me.MediaFolders(visit.Site).Contains(folder))
        {
            return Refuse(StatusCodes.Status400BadRequest, "Hãy chọn một thư mục trong danh sách.");
        }
        var underWay = await db.MediaUploads.AsNoTracking().Where(other => other.PersonId == visit.Me.PersonId && other.FileId == null && other.Problem == null).Select(other => other.Length).ToListAsync(stop);
        if (underWay.Count >= MostUnderWay || underWay.Sum() + length > settings.MostUnderWayBytes)
        {
            return Refuse(StatusCodes.Status429TooManyRequests, "Bạn đang gửi dở nhiều tệp. Hãy gửi xong hoặc hủy bớt rồi gửi tiếp.");
        }
        var upload = MediaUpload.Begin(visit.Me.PersonId, name, folder, length, clock.GetUtcNow());
        arrivals.Begin(upload.Id);
        db.MediaUploads.Add(upload);
        await db.SaveChangesAsync(stop);
        Tell(context, upload, 0);
        context.Response.Headers.Location = $"{context.Request.PathBase}{Address}/{upload.Id}";
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    private static async Task<IResult> Ask(Guid id, HttpContext context, PortalDb db, Visit visit, Arrivals arrivals, TimeProvider clock, CancellationToken stop)
    {
        if (await Find(id, db, visit, clock, stop) is not { } upload || Here(upload, arrivals) is not { } here)
        {
            return Results.NotFound();
        }
        Tell(context, upload, here);
        context.Response.Headers["Upload-Length"] = upload.Length.ToString(CultureInfo.InvariantCulture);
        return Results.Ok();
    }

    private static async Task<IResult> Add(Guid id, HttpContext context, PortalDb db, Visit visit, Arrivals arrivals, MediaIntake intake, TimeProvider clock, CancellationToken stop)
    {
        if (!Speaks(context))
        {
            return Refuse(StatusCodes.Status412PreconditionFailed, "Cách gửi này không được hỗ trợ.");
        }
        if (context.Request.ContentType != Piece)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }
        if (await Find(id, db, visit, clock, stop) is not { } upload || Here(upload, arrivals) is not { } here)
        {
            return Results.NotFound();
        }
        if (!long.TryParse(context.Request.Headers["Upload-Offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) || offset != here)
        {
            return Refuse(StatusCodes.Status409Conflict, "Phần gửi không nối tiếp phần đã nhận.");
        }
        var room = MediaUpload.Room(here, offset, upload.Length);
        if (context.Request.ContentLength > room)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "Phần gửi dài hơn tệp đã báo.");
        }
        if (!upload.IsOver)
        {
            if (await arrivals.Append(upload.Id, context.Request.Body, offset, room, stop) is not { } now)
            {
                return Refuse(StatusCodes.Status423Locked, "Tệp này đang được gửi từ nơi khác.");
            }
            here = now;
            await GoOn(upload, here, db, intake, visit, clock, CancellationToken.None);   // what came is kept, whether the sender still listens or not
        }
        Tell(context, upload, here);
        return Results.NoContent();
    }

    private static async Task<IResult> End(Guid id, HttpContext context, PortalDb db, Visit visit, Arrivals arrivals, TimeProvider clock, CancellationToken stop)
    {
        if (!Speaks(context))
        {
            return Refuse(StatusCodes.Status412PreconditionFailed, "Cách gửi này không được hỗ trợ.");
        }
        if (await Find(id, db, visit, clock, stop) is not { } upload)
        {
            return Results.NotFound();
        }
        db.MediaUploads.Remove(upload);
        await db.SaveChangesAsync(stop);
        arrivals.Drop(id);
        context.Response.Headers["Tus-Resumable"] = Version;
        return Results.NoContent();
    }

    private static async Task GoOn(MediaUpload upload, long here, PortalDb db, MediaIntake intake, Visit visit, TimeProvider clock, CancellationToken stop)
    {
        upload.GoesOn(clock.GetUtcNow());
        if (here == upload.Length)
        {
            var arrival = await intake.TakeArrived(upload, stop);
            if (arrival.File is { } file)
            {
                upload.Became(file.Id);
                db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = arrival.IsKnown ? "media-known" : "media-uploaded", Subject = file.Name });
            }
            else
            {
                upload.WasRefused(arrival.Problem!);
            }
        }
        await db.SaveChangesAsync(stop);
        if (upload.IsOver)
        {
            intake.Tell();
        }
    }

    private static Task<MediaUpload?> Find(Guid id, PortalDb db, Visit visit, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return db.MediaUploads.SingleOrDefaultAsync(upload => upload.Id == id && upload.PersonId == visit.Me.PersonId && upload.ExpiresAt > now, stop);
    }

    private static long? Here(MediaUpload upload, Arrivals arrivals) => upload.IsOver ? upload.Length : arrivals.Length(upload.Id);

    private static bool Speaks(HttpContext context) => context.Request.Headers["Tus-Resumable"] == Version;

    private static void Tell(HttpContext context, MediaUpload upload, long here)
    {
        var headers = context.Response.Headers;
        headers["Tus-Resumable"] = Version;
        headers["Upload-Offset"] = here.ToString(CultureInfo.InvariantCulture);
        headers["Upload-Expires"] = upload.ExpiresAt.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        headers.CacheControl = "no-store";
    }

    // filename dGVzdC5tcDQ=,folder VlA=
    private static Dictionary<string, string> Metadata(string header)
    {
        var said = new Dictionary<string, string>();
        foreach (var pair in header.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(10))
        {
            var space = pair.IndexOf(' ', StringComparison.Ordinal);
            var box = new byte[1024];
            if (space > 0 && Convert.TryFromBase64String(pair[(space + 1)..], box, out var length))
            {
                said[pair[..space]] = Encoding.UTF8.GetString(box, 0, length);
            }
        }
        return said;
    }

    private static IResult Refuse(int status, string words) => Results.Text(words, "text/plain; charset=utf-8", statusCode: status);
}
