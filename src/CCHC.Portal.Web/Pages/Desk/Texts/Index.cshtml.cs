using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Texts;

/// <summary>The short messages to senders: what was sent, what waits, and what would have been sent where there is no gateway.</summary>
[Needs(Deed.TriageFeedback)]
public sealed class IndexModel(PortalDb db, Vault vault, TextSettings texts, TimeProvider clock) : PageModel
{
    private const int Newest = 200;

    public IReadOnlyList<TextLine> Lines { get; private set; } = [];
    public bool OnlyRecorded => texts.SmsUrl is null && texts.ZaloUrl is null;
    public int QuietFrom => texts.QuietFrom;
    public int QuietUntil => texts.QuietUntil;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var rows = await db.Outbox.AsNoTracking().Where(message => message.Kind == TextMessage.Kind).OrderByDescending(message => message.CreatedAt).Take(Newest).ToListAsync(stop);
        Lines = [.. rows.Select(row => row.Read<TextMessage>(vault) is { } text ? Line(row, text) : null).OfType<TextLine>()];
    }

    private TextLine Line(OutboxMessage row, TextMessage text)
    {
        var (state, look) = row switch
        {
            { DoneAt: not null } when texts.UrlOf(text.Way) is null => ("Đã ghi lại", "mu"),
            { DoneAt: not null } => ("Đã gửi", "ok"),
            { Attempts: >= OutboxMessage.MostAttempts } => ("Không gửi được", "da"),
            { Attempts: > 0 } => ($"Thử lại lúc {VietnamTime.Moment(row.NextAttemptAt)}", "wa"),
            _ when row.NextAttemptAt > clock.GetUtcNow() => ($"Chờ đến {VietnamTime.Moment(row.NextAttemptAt)}", "wa"),
            _ => ("Đang gửi", "in"),
        };
        return new TextLine(text.Words, text.Way, text.To.Contains('•') ? text.To : new Submitter { Phone = text.To }.Masked().Phone, row.CreatedAt, state, look);
    }
}

/// <summary>A short message as the list shows it; the number is covered.</summary>
public sealed record TextLine(string Words, TextWay Way, string To, DateTimeOffset At, string State, string Look);
