using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Content;
using Microsoft.Extensions.Primitives;

namespace CCHC.Portal.Tests.Web.Desk.Content;

public sealed class BodyFormTests
{
    [Theory, MemberData(nameof(Kinds))]
    public void A_body_shown_and_sent_unchanged_is_the_same_body(string kind)
    {
        var type = ContentTypes.Get(kind);
        var body = Bodies.First(one => one.GetType() == type.Body);

        var (made, problems) = Send(type, Typed(BodyForm.Of(type, body)));

        Assert.Empty(problems);
        Assert.Equal(type.Write(body), type.Write(made));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void An_empty_form_makes_an_empty_body(string kind)
    {
        var type = ContentTypes.Get(kind);

        var (made, problems) = Send(type, Typed(BodyForm.Of(type, type.Empty())));

        Assert.Empty(problems);
        Assert.Equal(type.Write(type.Empty()), type.Write(made));
    }

    [Fact]
    public void An_empty_set_waits_at_the_end_and_does_not_count()
    {
        var form = BodyForm.Of(ContentTypes.Guide, new Guide { Steps = [new GuideStep { Title = "Một" }] });

        var steps = form.Single(field => field.Field.Name == "Steps");
        Assert.Equal(2, steps.Sets.Count);
        Assert.Single(((Guide)Send(ContentTypes.Guide, Typed(form)).Body).Steps);
    }

    [Fact]
    public void Asking_for_a_row_keeps_what_was_typed()
    {
        var sent = Sent(("Body.Steps.0.Title", "Một"), ("Body.Steps.0.Text", ""), ("Body.Audience", "Người dân"));

        var form = BodyForm.Of(ContentTypes.Guide, sent, grow: "Steps");

        var steps = form.Single(field => field.Field.Name == "Steps");
        Assert.Equal(2, steps.Sets.Count);
        Assert.Equal("Một", steps.Sets[0][0].Text);
        Assert.Equal("Người dân", form.Single(field => field.Field.Name == "Audience").Text);
    }

    [Fact]
    public void A_set_emptied_in_the_middle_is_dropped()
    {
        var (body, _) = Send(ContentTypes.Guide, Sent(("Body.Steps.0.Title", "Một"), ("Body.Steps.1.Title", " "), ("Body.Steps.2.Title", "Ba")));

        Assert.Equal(["Một", "Ba"], ((Guide)body).Steps.Select(step => step.Title));
    }

    [Fact]
    public void Nobody_can_send_sets_without_end()
    {
        var sent = Sent([.. Enumerable.Range(0, 500).Select(at => ($"Body.Steps.{at}.Title", "x"))]);

        Assert.Equal(60, BodyForm.Of(ContentTypes.Guide, sent, grow: "Steps").Single(field => field.Field.Name == "Steps").Sets.Count);
    }

    [Theory]
    [InlineData("Body.Confirmed", "31/12/2026", "")]
    [InlineData("Body.Confirmed", "2026-12-31", "")]
    [InlineData("Body.Confirmed", "31.12", "Ngày xác nhận gần nhất: ngày viết dạng 31/12/2026.")]
    [InlineData("Body.Order", "hai", "Thứ tự: hãy nhập một số nguyên.")]
    [InlineData("Body.Order", "100", "Thứ tự từ 0 đến 99.")]
    [InlineData("Body.Need", "Fun", "Khi cần: hãy chọn một mục trong danh sách.")]
    [InlineData("Body.Phone", "gọi tôi", "Số điện thoại chỉ gồm chữ số, dấu chấm, dấu cách hoặc dấu +.")]
    public void What_cannot_be_read_is_named_at_its_field(string field, string typed, string words)
    {
        var (_, problems) = Send(ContentTypes.Hotline, Sent((field, typed)));

        Assert.Equal(words == "" ? [] : [new Problem(field, words)], problems);
    }

    [Fact]
    public void What_is_only_missing_can_be_saved_and_is_named_before_it_is_submitted()
    {
        var (body, problems) = Send(ContentTypes.Hotline, Sent(("Body.Phone", "1022")));

        Assert.Empty(problems);
        Assert.Equal(["Hãy nhập giờ trực."], ContentTypes.Hotline.Missing(body).Select(missing => missing.Words));
    }

    public static TheoryData<string> Kinds() => [.. ContentTypes.All.Select(type => type.Key)];

    private static readonly ContentBody[] Bodies =
    [
        new Question { AnsweredBy = "Phòng Kinh tế", AnsweredOn = new DateOnly(2026, 11, 2), Asked = "Nộp ở đâu?", Documents = ["Nghị định 118/2025/NĐ-CP, Điều 3"], Text = "Ở một cửa." },
        new Article { Kind = ArticleKind.Reportage, Byline = "Tổ", Text = "## Mục\n\nMột **hai**", Video = new ArticleVideo { File = "a.mp4", Seconds = 61, Transcript = "Lời\nthoại" }, Gallery = [new GalleryPicture { File = "x.webp", Caption = "X" }, new GalleryPicture { File = "y.webp" }] },
        new Topic { Pillar = ReformPillar.PublicFinance, Roman = "V", Short = "Ngắn", Order = 5 },
        Given.Procedure() with { Fees = [new Fee { Name = "A", Kind = FeeKind.Charge, Channel = DeliveryMode.Post, From = new DateOnly(2026, 1, 1), Amount = 0 }], Simplified = new Simplification { DaysBefore = 5, DaysAfter = 3 }, LifeEvents = ["sinh-con"] },
        new LifeEvent { Short = "Sinh con", Order = 2 },
        new Guide { Audience = "Ai", Prepare = ["Một", "Hai"], Steps = [new GuideStep { Title = "A", Text = "B\nC" }], Questions = [new GuideQuestion { Ask = "Hỏi?", Answer = "Đáp" }] },
        new Hotline { Phone = "1022", Hours = "24 giờ", Header = true, Order = 3, Confirmed = new DateOnly(2026, 11, 20) },
        new ServiceLink { Url = "https://example.vn/", Group = LinkGroup.Tool, UseFor = "Thử", State = LinkState.Stopped },
        new OneStopSite { Address = "Đây", Hours = [new OpeningSpan { Days = [Weekday.Mon, Weekday.Fri], From = new TimeOnly(7, 30), To = new TimeOnly(11, 30) }], Counters = [new Counter { Name = "1", Does = "Việc", Fields = [ProcedureField.Land, ProcedureField.Health] }] },
        new Criticism { Concerned = "Đơn vị", ConclusionNumber = "12/KL-UBND", ConcludedOn = new(2026, 11, 2), ConcludedBy = "UBND", Conclusion = "kl.pdf", PutRight = "Xong" },
        new Video { File = "a.mp4", Captions = "a.vtt", Transcript = "Lời" },
        new Audio { File = "a.mp3", Episode = 3, Speakers = "Bà Nguyễn Thị Mẫu", Transcript = "Lời" },
        new Publication { Kind = PublicationKind.Folder, File = "a.pdf", IssuedOn = new(2026, 11, 1), Copies = 500, HandedOutAt = ["Một cửa", "Nhà văn hóa"] },
        new ReformModel { Problem = "P", Approach = "A", Result = "R", DoneBy = "D", Year = 2025 },
        new LegalDocument { Number = "76/NQ-CP", Issuer = "Chính phủ", Subject = "S", IssuedOn = new DateOnly(2021, 7, 15), ReplacedBy = ["a", "b"], Confidence = Confidence.Read, Signer = "Người Ký (mẫu)", Repeals = ["c"], Files = [new DocumentFile { File = "a.pdf", Label = "Bản chính" }] },
        new Criticism { Concerned = "Phòng A", ConclusionNumber = "01/KL", ConcludedOn = new DateOnly(2026, 11, 1), ConcludedBy = "UBND", Conclusion = "ket-luan.pdf", PutRight = "Đã trả hồ sơ." },
        new DossierFigures { Site = "co-so-cat-ba", Order = 2, Periods = [new DossierPeriod { From = new(2026, 1, 1), Until = new(2026, 3, 31), Name = "Quý I", CarriedOver = 0, Received = 5, SettledOnTime = 3, SettledLate = 0, PendingOnTime = 2, PendingLate = 0, ClosedOn = new(2026, 3, 31), Source = "N", Sample = true, Note = "G" }] },
        new MovedDuty { Moved = MovedKind.Place, Before = "Thị trấn cũ", OtherNames = ["TT cũ"], Now = "Đặc khu", Since = new DateOnly(2025, 7, 1), Matters = ["Mọi việc"], LegalBasis = ["luat"], Where = "Một cửa", WhereLink = "/mot-cua", Phone = "1022", Order = 4 },
        new Indicator { Short = "SIPAS", Measure = "điểm", ScaleFrom = 0, ScaleTo = 100, Years = [new IndicatorYear { Year = 2025, Level = IndicatorLevel.Commune, Value = 92.45m, Rank = 3, Of = 114, Source = "N", PublishedOn = new(2026, 4, 1), Sample = true }, new IndicatorYear { Year = 2026 }], Parts = [new IndicatorPart { Year = 2025, Name = "A", Value = 0, Most = 7.5m }] },
        new YearGoals { Year = 2026, AsOf = new(2026, 10, 31), Goals = [new YearGoal { Name = "A", Pillar = ReformPillar.Procedures, Target = 100, Reached = 92.5m, Unit = "%", LessIsBetter = true, Due = new(2026, 12, 31), ResponsibleUnit = "VP" }] },
        new Disclosure { Kind = DisclosureKind.Assets, Clause = 3, DecidedOn = new(2026, 11, 2), PostedFrom = new(2026, 11, 4), PostedUntil = new(2026, 12, 30), PostedAt = ["Bảng tin"], ResponsibleUnit = "KT" },
        new QualityCertificate { Standard = "TCVN ISO 9001:2015", Scope = "Mọi việc", Units = ["VP"], ValidFrom = new(2026, 1, 1), ValidUntil = new(2027, 1, 1), Text = "Chính sách" },
        new Survey { Until = new(2027, 1, 31), Questions = [new SurveyQuestion { Ask = "A?", Choices = ["một", "hai"], Right = "hai", Why = "Vì" }, new SurveyQuestion { Ask = "B?", Choices = ["ba", "bốn"] }], SeeAlso = ["sipas"] },
        new StandingPage { Text = "Chữ", Cover = "hall.webp", Sample = true, SampleNote = "Mẫu" },
    ];

    private static (ContentBody Body, List<Problem> Problems) Send(ContentType type, IReadOnlyDictionary<string, StringValues> sent)
    {
        var problems = new List<Problem>();
        return (BodyMaking.Body(type, BodyForm.Of(type, sent, grow: null), problems), problems);
    }

    // What a browser would send for the form as shown.
    private static Dictionary<string, StringValues> Typed(IEnumerable<BodyField> fields) =>
        fields.SelectMany(field => field.Sets.Count > 0 ? field.Sets.SelectMany(set => set) : [field])
            .Where(field => field.Typed.Count > 0 || field.Control is not (BodyControl.Tick or BodyControl.Ticks or BodyControl.Choice))
            .ToDictionary(field => field.Name, field => field.Typed.Count == 0 ? new StringValues("") : new StringValues([.. field.Typed]));

    private static Dictionary<string, StringValues> Sent(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => new StringValues(field.Value));
}
