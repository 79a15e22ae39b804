using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CCHC.Portal.Content;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Content;

/// <summary>What tests of the editors' pages do again and again: drafts made, handed in and published through the pages themselves.</summary>
public abstract class EditorsDesk(PortalHost portal)
{
    protected const string Keep = "/quan-tri/noi-dung/tu-luu";

    protected PortalHost Portal => portal;

    protected static string Desk(Guid id) => $"/quan-tri/noi-dung/{id}";

    protected async Task<(Guid Id, Browser Writer)> Draft(string user, string? title = null)
    {
        var writer = await Portal.Browser().SignIn(user);
        return (await Made(writer, "article", title), writer);
    }

    protected static async Task<Guid> Made(Browser writer, string type, string? title = null)
    {
        var conclusion = type == "criticism" ? await Paper(writer) : "";
        var saved = await writer.Send("/quan-tri/noi-dung/moi/" + type, ("Title", title ?? "Bài thử " + Guid.CreateVersion7().ToString("n")), ("Summary", "Một câu tóm tắt."), ("Body.Text", "Nội dung."),
            ("Body.Concerned", "Phòng thử (mẫu)"), ("Body.ConclusionNumber", "01/KL"), ("Body.ConcludedOn", "2026-11-01"), ("Body.ConcludedBy", "UBND"), ("Body.Conclusion", conclusion), ("Topics", "tai-chinh-cong"), ("OwnerUnit", "TTVHTT"));
        return Guid.Parse(saved.Headers.Location!.ToString().Split('/').Last());
    }

    /// <summary>The name of a paper just brought into the library.</summary>
    protected static async Task<string> Paper(Browser writer)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%{Guid.CreateVersion7():n}\ntrailer <</Root 1 0 R>>\n%%EOF\n");
        var taken = await writer.SendFiles(Media.Library.Upload, "Files", [(Media.Library.NewName(".pdf"), bytes)]);
        return (await (await writer.Follow(taken)).Read()).QuerySelector("dd code")!.TextContent;
    }

    protected async Task<(Guid Id, Browser Editor)> Submitted()
    {
        var (id, editor) = await Draft("bientap");
        await editor.Send(Desk(id) + "/gui-duyet");
        return (id, editor);
    }

    protected async Task<(Guid Id, string Address, Browser Publisher)> Live()
    {
        var (id, _) = await Submitted();
        var publisher = await Portal.Browser().SignIn("duyetbai");
        await publisher.Send(Desk(id) + "/duyet", ("Do", "now"));
        await Settle();
        return (id, (await Edition(id)).Address, publisher);
    }

    protected Task<Edition> Edition(Guid id) => Portal.Inside((_, db) => db.Editions.AsNoTracking().SingleAsync(edition => edition.Id == id));

    protected Task Settle() => Portal.Settle();

    // The form as the script sends it: every field, the token among them.
    protected static Task<HttpContent> Typed(IDocument page, params (string Name, string Value)[] values)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("form[data-keep]").Single();
        var fields = form.Elements.OfType<IHtmlElement>().Select(field => (Name: field.GetAttribute("name"), Value: field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? ""))
            .Where(field => field.Name is { Length: > 0 } && field.Name is not ("Do" or "Add") && values.All(value => value.Name != field.Name)).Select(field => KeyValuePair.Create(field.Name!, field.Value));
        return Task.FromResult<HttpContent>(new FormUrlEncodedContent(fields.Concat(values.Select(value => KeyValuePair.Create(value.Name, value.Value)))));
    }

    protected static async Task<HttpContent> Token(Browser browser, string path, params (string Name, string Value)[] values)
    {
        var token = (await (await browser.Get(path)).Read()).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token)));
    }
}
