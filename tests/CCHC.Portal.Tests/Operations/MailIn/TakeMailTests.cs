using CCHC.Portal.Cases;
using CCHC.Portal.Cases.MailIn;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.Channels;
using CCHC.Portal.Operations;
using CCHC.Portal.Sealed;
using CCHC.Portal.Sites;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CCHC.Portal.Tests.Operations.MailIn;

/// <summary>A letter becomes one case, or joins its sender's; nobody else is told anything of a case by writing its code.</summary>
public sealed class TakeMailTests : IAsyncLifetime
{
    private const string Bribe = "Tôi tố cáo ông cán bộ địa chính đã nhận hối lộ 20 triệu đồng của gia đình tôi để làm sổ đỏ.";

    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
        await portal.Inside(site, async (_, db) =>
        {
            db.Add(new MailTemplate { Key = ReceiptMail.Template, Culture = "vi", Subject = "Đã nhận thư, mã {code}", Body = "Mã {code}. Bí mật {secret}. {link}" });
            db.Add(new MailTemplate { Key = "feedback-question", Culture = "vi", Subject = "Hỏi thêm về {code}", Body = "{link}" });
            await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_letter_becomes_a_case_for_a_person_to_sort_and_its_writer_gets_both_codes()
    {
        portal.Mailbox.Put(Given.Letter("Đèn trước nhà văn hóa hỏng ba ngày.\n\n-- \nMai").With("anh.png", Pictures.Plain(40, 30).PngsaveBuffer()));

        await Look();

        var feedback = Assert.Single(await Cases());
        Assert.Equal((IntakeChannel.Email, FeedbackState.InTriage, "Đèn đường hỏng\n\nĐèn trước nhà văn hóa hỏng ba ngày."), (feedback.Channel, feedback.State, feedback.Message));
        Assert.Equal("image/webp", Assert.Single(await portal.Inside(site, (_, db) => db.Attachments.ToListAsync())).ContentType);
        var receipt = Assert.Single(await Letters());
        var secret = receipt.TextBody!.Split("Bí mật ")[1].Split(". ")[0];
        Assert.Contains(feedback.ReferenceCode, receipt.Subject, StringComparison.Ordinal);
        Assert.True(portal.Of<CaseCodes>().Opens(secret, feedback.SecretHash));
        Assert.DoesNotContain("văn hóa", receipt.TextBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", receipt.Headers[HeaderId.AutoSubmitted]);
        var row = await portal.Inside(site, (_, db) => db.Outbox.SingleAsync());
        Assert.DoesNotContain("mai@", row.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, row.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_dies_before_marking_loses_nothing_and_doubles_nothing()
    {
        portal.Mailbox.Put(Given.Letter("Đèn hỏng."));
        portal.Mailbox.Put(Given.Letter(Bribe));
        portal.Mailbox.DiesBeforeMarking = true;
        await Look();
        await Look();
        portal.Mailbox.DiesBeforeMarking = false;
        await Look();

        Assert.Single(await Cases());
        Assert.Single(await Opened());
        Assert.Equal(2, (await Letters()).Count);
        Assert.Equal(0, portal.Mailbox.Unmarked);
    }

    [Fact]
    public async Task A_crash_after_the_seal_and_before_the_ledger_keeps_one_sealed_message_with_one_code()
    {
        portal.Mailbox.Put(Given.Letter(Bribe));
        portal.Mailbox.DiesBeforeMarking = true;
        await Look();
        var before = Assert.Single(await Opened());
        await portal.Inside(site, (_, db) => db.MailLetters.ExecuteDeleteAsync());   // as if the second database had not been written any more

        await Look();

        Assert.Equal(before.Case.ReferenceCode, Assert.Single(await Opened()).Case.ReferenceCode);
        Assert.All(await Letters(), letter => Assert.Contains(before.Case.ReferenceCode, letter.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_of_the_writer_to_our_letter_joins_the_case_and_what_it_quotes_does_not()
    {
        portal.Mailbox.Put(Given.Letter("Đèn hỏng."));
        await Look();
        var ours = Assert.Single(await Letters());
        var answer = Given.Letter("Cột số 7 ạ.\n\nVào 09:00, Thứ Hai, Cổng thông tin đã viết:\n> Mã PA-XXXX", "Re: thư của cổng");
        answer.InReplyTo = ours.MessageId;
        portal.Mailbox.Put(answer);

        await Look();

        Assert.Single(await Cases());
        Assert.Equal("Cột số 7 ạ.", Assert.Single(await Added()).Text);
    }

    [Theory]
    [InlineData("mai@example.vn", true)]
    [InlineData("MAI@example.vn", true)]
    [InlineData("nguoi.la@example.vn", false)]
    public async Task A_code_in_the_subject_joins_only_from_the_address_of_the_case(string from, bool joins)
    {
        portal.Mailbox.Put(Given.Letter("Đèn hỏng."));
        await Look();
        var first = Assert.Single(await Cases());
        portal.Mailbox.Put(Given.Letter("Tôi nói thêm.", $"Về {first.ReferenceCode.ToLowerInvariant()}", from));

        await Look();

        Assert.Equal(joins ? 1 : 0, (await Added()).Count);
        if (!joins)
        {
            var other = (await Cases()).Single(one => one.Id != first.Id);
            var link = Assert.Single(await portal.Inside(site, (_, db) => db.CaseLinks.ToListAsync()));
            Assert.Equal((other.Id, first.Id), (link.FeedbackId, link.OtherId));
            Assert.DoesNotContain(await Letters(), letter => letter.TextBody!.Contains("Đèn hỏng", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_belongs_under_seal_goes_there_its_receipt_reads_like_any_other_and_answers_follow_it()
    {
        portal.Mailbox.Put(Given.Letter(Bribe, "Đơn"));
        await Look();
        var receipt = Assert.Single(await Letters());
        var answer = Given.Letter("Có người làm chứng.", "Re: " + receipt.Subject);
        portal.Mailbox.Put(answer);

        await Look();

        Assert.Empty(await Cases());
        Assert.Equal(2, (await Opened()).Count);
        Assert.Equal(["Đã nhận thư, mã", "Đã nhận thư, mã"], (await Letters()).Select(letter => letter.Subject![..15]));
        Assert.DoesNotContain("hối lộ", string.Join(' ', (await Letters()).Select(letter => letter.TextBody)), StringComparison.Ordinal);
        Assert.All(await portal.Inside(site, (_, db) => db.MailLetters.ToListAsync()), letter => Assert.Equal((MailOutcome.Taken, ""), (letter.Outcome, letter.Why)));
    }

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied", "mai@example.vn")]
    [InlineData("Precedence", "bulk", "mai@example.vn")]
    [InlineData("List-Id", "<ds.example.vn>", "mai@example.vn")]
    [InlineData("Return-Path", "<>", "mai@example.vn")]
    [InlineData("X-Khac", "1", "MAILER-DAEMON@example.vn")]
    [InlineData("X-Khac", "1", "cong-thong-tin@localhost")]
    public async Task Letters_that_programs_send_are_counted_and_nobody_is_answered(string header, string value, string from)
    {
        var letter = Given.Letter("Tôi đi vắng.", "Absent", from);
        letter.Headers.Add(header, value);
        portal.Mailbox.Put(letter);

        await Look();

        Assert.Empty(await Cases());
        Assert.Empty(await Letters());
        Assert.Equal(MailOutcome.Ignored, Assert.Single(await portal.Inside(site, (_, db) => db.MailLetters.ToListAsync())).Outcome);
        Assert.Equal(0, portal.Mailbox.Unmarked);
    }

    [Fact]
    public async Task Too_large_unreadable_empty_and_too_many_are_left_for_a_person()
    {
        portal.Mailbox.PutUnread(200L * 1024 * 1024);
        portal.Mailbox.PutUnread(900);
        portal.Mailbox.Put(Given.Letter("   ", ""));
        foreach (var number in Enumerable.Range(0, 12))
        {
            portal.Mailbox.Put(Given.Letter($"Thư số {number}.", from: "nhieu@example.vn"));
        }

        await Look();

        var left = await portal.Inside(site, (_, db) => db.MailLetters.WaitingForPerson().OrderBy(letter => letter.Id).ToListAsync());
        Assert.Equal(["Thư lớn quá 35 MB.", "Không đọc được thư.", "Thư không có chữ nào đọc được.", "Một người gửi quá 10 thư trong một ngày.", "Một người gửi quá 10 thư trong một ngày."], left.Select(letter => letter.Why));
        Assert.Equal(10, (await Cases()).Count);
    }

    [Fact]
    public async Task A_database_that_cannot_keep_a_letter_leaves_it_in_the_mailbox()
    {
        portal.Mailbox.Put(Given.Letter("Đèn hỏng."));
        await portal.Inside(site, (_, db) => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"MailLetters\" RENAME COLUMN \"Why\" TO \"Gone\""));
        await Look();
        Assert.Equal(1, portal.Mailbox.Unmarked);
        await portal.Inside(site, (_, db) => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"MailLetters\" RENAME COLUMN \"Gone\" TO \"Why\""));

        await Look();

        Assert.Equal(0, portal.Mailbox.Unmarked);
        Assert.Single(await Cases());
    }

    [Theory]
    [InlineData("<p>Chào<br>cổng</p><script>xấu()</script><style>p{}</style><div>Đèn&nbsp;hỏng</div><blockquote type=cite>cũ</blockquote>", "Chào\ncổng")]
    public void Letters_in_html_are_read_as_words(string html, string begins)
    {
        var text = LetterText.FromHtml(html);

        Assert.StartsWith(begins, text, StringComparison.Ordinal);
        Assert.Contains("Đèn hỏng", text, StringComparison.Ordinal);
        Assert.DoesNotContain("xấu", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cũ", text, StringComparison.Ordinal);
    }

    private async Task Look()
    {
        await portal.Run<TakeMailJob>();
        await portal.Run<DeliverOutboxJob>();
    }

    private Task<List<Feedback>> Cases() => portal.Inside(site, (_, db) => db.Feedback.ToListAsync());

    private Task<List<CaseEvent>> Added() => portal.Inside(site, (_, db) => db.CaseEvents.Where(happened => happened.Kind == CaseEventKind.Added).ToListAsync());

    private async Task<List<MimeMessage>> Letters()
    {
        var folder = Path.Combine(portal.Folder, "mail");
        var letters = new List<MimeMessage>();
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder).Order().ToArray() : [])
        {
            letters.Add(await MimeMessage.LoadAsync(path));
        }
        return letters;
    }

    private Task<List<OpenedCase>> Opened() => portal.Inside(site, async (scope, _) =>
    {
        var (store, reader, opened) = (scope.GetRequiredService<SealedStore>(), new SealedReader(Guid.CreateVersion7(), [], IsFromAbove: false), new List<OpenedCase>());
        foreach (var kept in await store.Listed(site.Id, reader, CancellationToken.None))
        {
            opened.Add((await store.Open(site.Id, kept.Id, reader, "xem", CancellationToken.None))!);
        }
        return opened;
    });
}
