namespace CCHC.Portal.Tests;

public static partial class Given
{
    /// <summary>A seed folder with one small site, to add files to.</summary>
    public static SeedFolder Seeds()
    {
        var seeds = new SeedFolder();
        seeds.Write("site.yaml", "key: thu\nname: Xã Thử\nbody: UBND xã Thử\nhosts: [thu.localhost]\ncultures: [vi, en]\ntheme: cat-hai\nrootUnit: UBND\n");
        seeds.Write("units.yaml", "- {code: UBND, name: \"Lãnh đạo\", kind: Internal}\n- {code: VP, name: \"Văn phòng\", parent: UBND, kind: Internal}\n");
        seeds.Write("calendar.yaml", "hours:\n  - {days: [Mon, Tue, Wed, Thu, Fri], from: \"07:30\", to: \"17:00\"}\ndays:\n  - {date: 2026-11-24, kind: Holiday, name: \"Ngày Văn hóa\", confirmed: true}\n");
        seeds.Write("routing.yaml", "- {kind: Report, field: Land, unit: VP}\n");
        seeds.Write("mail.yaml", "- key: feedback-received\n  culture: vi\n  subject: \"Đã nhận {code}\"\n  body: \"Xem tại {link}\"\n");
        seeds.Article("tin-mot");
        return seeds;
    }
}

/// <summary>A content-seed folder of a test's own.</summary>
public sealed class SeedFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("portal-seeds-").FullName;

    public string Path => root;

    public void Write(string name, string text, string site = "thu")
    {
        var path = System.IO.Path.Combine(root, site, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Article(string name, string title = "Tin thử", string extra = "", string text = "Nội dung.") => Write($"articles/{name}.md",
        $"---\ntitle: {title}\nsummary: Một câu tóm tắt.\npublished: 2026-11-20T08:00:00+07:00\nkind: News\n{extra}---\n{text}\n");

    public void Dispose() => Directory.Delete(root, recursive: true);
}
