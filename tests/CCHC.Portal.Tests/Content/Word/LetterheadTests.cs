using CCHC.Portal.Content.Word;

namespace CCHC.Portal.Tests.Content.Word;

public sealed class LetterheadTests
{
    [Fact]
    public async Task An_official_document_is_recognised_at_both_ends()
    {
        var draft = (await WordImport.Read(WordFiles.Official(), "ke-hoach.docx", TestContext.Current.CancellationToken)).Draft!;

        var head = draft.Letterhead!;
        Assert.Equal("123/KH-UBND", head.Number);
        Assert.Equal(new DateOnly(2026, 11, 5), head.IssuedOn);
        Assert.Equal("Cát Hải", head.Place);
        Assert.Equal("ỦY BAN NHÂN DÂN ĐẶC KHU CÁT HẢI", head.Issuer);
        Assert.Equal("KẾ HOẠCH", head.Kind);
        Assert.Equal("Tuyên truyền cải cách hành chính quý IV năm 2026", head.Subject);
        Assert.Equal("Nguyễn Văn Mẫu", head.Signer);
        Assert.Equal("TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", head.SignerPost);
        Assert.Equal(["Như trên", "Lưu: VT"], head.Recipients);
        Assert.Equal("Kế hoạch tuyên truyền cải cách hành chính quý IV năm 2026", draft.Title);
    }

    [Fact]
    public async Task Its_text_begins_after_the_head_and_ends_before_the_signature()
    {
        var draft = (await WordImport.Read(WordFiles.Official(), "ke-hoach.docx", TestContext.Current.CancellationToken)).Draft!;

        Assert.Equal("Thực hiện chỉ đạo của thành phố, Ủy ban nhân dân đặc khu ban hành kế hoạch.\n\n## I. MỤC ĐÍCH\n\nĐể bà con biết việc.", draft.Markdown);
        Assert.Equal("Thực hiện chỉ đạo của thành phố, Ủy ban nhân dân đặc khu ban hành kế hoạch.", draft.Summary);
    }

    [Fact]
    public async Task An_ordinary_text_has_no_letterhead() =>
        Assert.Null(((await WordImport.Read(Given.Word(Given.Words("Bà con nhớ mang số điện thoại.")), "x.docx", TestContext.Current.CancellationToken)).Draft!).Letterhead);
}
