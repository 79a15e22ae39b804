using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Cases for trying the desk out, each marked as a sample. Development only; received in the past by a clock of their own.</summary>
public sealed class DemoCases(PortalDb db, Vault vault, CaseCodes codes, Routing routing, Conflicts conflicts, Deadlines deadlines, CaseMails mails, TimeProvider clock)
{
    private static readonly IReadOnlyList<Sample> All =
    [
        new(19, FeedbackKind.Report, FeedbackField.Environment, "Rác tồn đọng bốn ngày ở chân cầu cảng số 2, bốc mùi, trẻ em đi học qua rất khó chịu. Đề nghị thu gom và đặt thêm thùng rác.", "Bến Bèo, cầu cảng số 2", "Nguyễn Thị Mẫu Lan", "0900000417"),
        new(15, FeedbackKind.Report, FeedbackField.Construction, "Đèn đường đoạn dốc không sáng từ nhiều tối nay, xe máy đi rất nguy hiểm.", "Dốc Áng Sỏi", "Trần Văn Mẫu", "0900000123", Taken: true),
        new(13, FeedbackKind.Question, FeedbackField.Land, "Hồ sơ tách thửa nộp trực tuyến cần những giấy tờ gì, có phải mang bản gốc đến một cửa không?", "", "Phạm Mẫu Hường", "0900000555", Taken: true),
        new(12, FeedbackKind.Report, FeedbackField.OneStop, "Đến lấy số từ 8 giờ, gần 11 giờ chưa tới lượt vì chỉ mở một quầy chứng thực. Không ai báo phải chờ bao lâu.", "Một cửa Cát Bà", "", "", Taken: true),
        new(8, FeedbackKind.Recommendation, FeedbackField.Tourism, "Biển chỉ dẫn ở bến tàu nên có thêm tiếng Anh và cỡ chữ lớn hơn để khách và người già dễ đọc.", "Bến tàu Cát Bà", "Lê Mẫu Hoa", "0900000777"),
        new(6, FeedbackKind.Report, FeedbackField.Transport, "Tàu du lịch neo đậu lấn luồng vào bến cá, tàu cá về lúc nước ròng không vào được.", "Bến cá Trân Châu", "Vũ Văn Mẫu", "0900000888", Asked: "Xin cho biết tên hoặc số hiệu tàu và giờ thường neo ở đó."),
        new(5, FeedbackKind.Idea, FeedbackField.ReformPolicy, "Nên có lịch trực của tổ công nghệ số ở từng khu dân cư, dán ở nhà văn hóa để người già biết ngày đến hỏi.", "", "", ""),
        new(1, FeedbackKind.Report, FeedbackField.Other, "Loa ở khu tôi phát lúc 5 giờ sáng hơi sớm, trẻ nhỏ giật mình. Không rõ gửi đơn vị nào.", "Khu dân cư ven vịnh", "Đỗ Thị Mẫu", "0900000222"),
        new(0, FeedbackKind.Report, FeedbackField.Environment, "Nước thải quán ăn chảy ra bãi tắm vào buổi tối, nước đục và có mùi.", "Bãi Cát Cò", "", "", Proved: false),
        new(22, FeedbackKind.Question, FeedbackField.CivilStatus, "Làm lại giấy khai sinh bị mất cho con thì nộp ở đâu, mất bao lâu?", "", "Bùi Mẫu Ngọc", "0900000333", Reply: "Chào ông/bà. Ông/bà có thể đề nghị cấp bản sao trích lục khai sinh trực tuyến hoặc tại Một cửa; chỉ cần giấy tờ tùy thân. Thông thường nhận trong ngày làm việc."),
    ];

    public async Task Add(SiteMap site, CancellationToken stop)
    {
        db.Enter(site.Id);
        if (await db.Feedback.AnyAsync(stop))
        {
            return;
        }
        var officers = await db.People.Where(person => person.Memberships.Any(held => held.Role == Role.UnitHandler)).Include(person => person.Memberships).ToListAsync(stop);
        foreach (var (sample, number) in All.Select((sample, number) => (sample, number)))
        {
            await Send(site, sample, number, officers, stop);
        }
    }

    private async Task Send(SiteMap site, Sample sample, int number, List<Person> officers, CancellationToken stop)
    {
        var received = clock.GetUtcNow().AddDays(-sample.DaysAgo).AddMinutes(-7 * number);
        var intake = new Intake(db, vault, codes, routing, conflicts, deadlines, mails, new StoppedClock(received));
        var receipt = await intake.Receive(site, new IncomingMessage
        {
            IdempotencyKey = $"mau-{site.Key}-{number}",
            Kind = sample.Kind,
            Field = sample.Field,
            Message = "[Mẫu] " + sample.Message,
            Place = sample.Place,
            Submitter = new Submitter { Name = sample.Name, Phone = sample.Phone },
            ProvedHuman = sample.Proved,
        }, stop);
        var feedback = await db.Feedback.Include(f => f.Events).SingleAsync(f => f.ReferenceCode == receipt.ReferenceCode, stop);
        var officer = officers.Find(person => person.Memberships.Exists(held => held.UnitId == feedback.UnitId)) ?? officers[0];
        Handle(feedback, sample, officer.Id, received.AddHours(5), site);
        await db.SaveChangesAsync(stop);
    }

    private static void Handle(Feedback feedback, Sample sample, Guid officer, DateTimeOffset at, SiteMap site)
    {
        if (sample.Taken)
        {
            feedback.Take(officer, at);
            feedback.Note("Đã gọi tổ trực đi kiểm tra hiện trường.", officer, at.AddHours(2));
        }
        if (sample.Asked != "")
        {
            feedback.Ask(sample.Asked, officer, at);
        }
        if (sample.Reply != "")
        {
            feedback.Answer(sample.Reply, officer, at.AddDays(1), site.Calendar);
        }
    }

    private sealed record Sample(
        int DaysAgo, FeedbackKind Kind, FeedbackField Field, string Message, string Place, string Name, string Phone,
        bool Taken = false, bool Proved = true, string Asked = "", string Reply = "");

    private sealed class StoppedClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
