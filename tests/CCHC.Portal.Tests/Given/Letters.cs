using CCHC.Portal.Channels;
using MimeKit;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    /// <summary>A letter as a person's mail program sends it.</summary>
    public static MimeMessage Letter(string text, string subject = "Đèn đường hỏng", string from = "mai@example.vn", string? id = null)
    {
        var letter = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text }, MessageId = id ?? $"{Guid.CreateVersion7():n}@example.vn", Date = Morning };
        letter.From.Add(new MailboxAddress("Nguyễn Thị Mai", from));
        letter.To.Add(MailboxAddress.Parse("phananh@example.vn"));
        return letter;
    }

    public static MimeMessage With(this MimeMessage letter, string name, byte[] content)
    {
        letter.Body = new Multipart("mixed") { letter.Body!, new MimePart("application", "octet-stream") { FileName = name, Content = new MimeContent(new MemoryStream(content)), ContentTransferEncoding = ContentEncoding.Base64 } };
        return letter;
    }
}

/// <summary>A mailbox in memory: recorded letters, and whether each is marked.</summary>
public sealed class RecordedMailbox : IMailbox
{
    private readonly List<(ArrivedMail Mail, bool IsMarked)> letters = [];

    public bool IsThere => true;

    /// <summary>The machine dies between keeping a letter and marking it.</summary>
    public bool DiesBeforeMarking { get; set; }

    public int Unmarked => letters.Count(letter => !letter.IsMarked);

    // As it would come from a server: every letter goes through its bytes.
    public void Put(MimeMessage letter)
    {
        using var bytes = new MemoryStream();
        letter.WriteTo(bytes);
        bytes.Position = 0;
        letters.Add((new ArrivedMail($"1/{letters.Count}", bytes.Length, Given.Morning, MimeMessage.Load(bytes)), false));
    }

    public void PutUnread(long size) => letters.Add((new ArrivedMail($"1/{letters.Count}", size, Given.Morning, null), false));

    public async Task Each(int most, Func<ArrivedMail, Task<bool>> keep, CancellationToken stop)
    {
        for (var place = 0; place < letters.Count; place++)
        {
            if (!letters[place].IsMarked && await keep(letters[place].Mail) && !DiesBeforeMarking)
            {
                letters[place] = (letters[place].Mail, true);
            }
        }
    }
}
