using CCHC.Portal.Channels;
using MimeKit;

namespace CCHC.Portal.Tests.Channels;

/// <summary>The mailbox through MailKit, against a server of a few sentences.</summary>
public sealed class ImapMailboxTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Letters_come_oldest_first_and_only_what_was_kept_is_marked(bool keepsMarks)
    {
        await using var server = new ScriptedImap { KeepsMarks = keepsMarks };
        Put(server, "Thư một"); Put(server, "Thư hai"); Put(server, "Thư ba");
        var mailbox = Of(server);
        var seen = new List<string>();

        await mailbox.Each(10, mail => { seen.Add(mail.Letter!.Subject!); return Task.FromResult(mail.Letter.Subject != "Thư hai"); }, CancellationToken.None);
        await mailbox.Each(10, mail => { seen.Add("lại " + mail.Letter!.Subject); return Task.FromResult(true); }, CancellationToken.None);

        Assert.Equal(["Thư một", "Thư hai", "Thư ba", "lại Thư hai"], seen);
        Assert.All(server.Letters, letter => Assert.Contains("\\SEEN", letter.Flags));
        Assert.DoesNotContain(server.Said, sentence => sentence.Contains("EXPUNGE", StringComparison.OrdinalIgnoreCase) || sentence.Contains("Deleted", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_letter_that_a_person_read_in_the_mailbox_still_comes()
    {
        await using var server = new ScriptedImap();
        Put(server, "Đã đọc");
        server.Letters[0].Flags.Add("\\SEEN");
        var seen = 0;

        await Of(server).Each(10, _ => { seen++; return Task.FromResult(true); }, CancellationToken.None);

        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task What_is_too_large_is_not_fetched_and_what_fails_in_our_hands_stays_unmarked()
    {
        await using var server = new ScriptedImap();
        Put(server, "Lớn", new string('x', 1_200_000)); Put(server, "Nhỏ");
        var sizes = new List<(long, bool)>();

        await Assert.ThrowsAsync<IOException>(() => Of(server).Each(10, mail =>
        {
            sizes.Add((mail.Size, mail.Letter is null));
            return mail.Letter is null ? Task.FromResult(true) : throw new IOException("died");
        }, CancellationToken.None));

        Assert.Equal([true, false], sizes.Select(size => size.Item2));
        Assert.Single(server.Said, sentence => sentence.Contains("BODY", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(server.Letters[1].Flags);
    }

    private static void Put(ScriptedImap server, string subject, string text = "Nội dung")
    {
        using var bytes = new MemoryStream();
        Given.Letter(text, subject).WriteTo(bytes);
        server.Letters.Add((bytes.ToArray(), []));
    }

    private static ImapMailbox Of(ScriptedImap server) =>
        new(new MailboxSettings { Host = "127.0.0.1", Port = server.Port, UseTls = false, User = "phananh", Password = "mat-khau", MostMegabytes = 1 });
}
