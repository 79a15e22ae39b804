using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>What a text may embed by its name, for the editor's list and its cards.</summary>
[Needs(Deed.WriteContent)]
public sealed class EmbeddableModel(Embeds embeds, Visit visit) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers.CacheControl = "private, no-store";
        return new JsonResult((await embeds.Of(visit.Site.Id, "vi")).Values.Select(embed => new { embed.Kind, embed.Key, embed.Title, words = embed.Phone != "" ? embed.Phone : embed.Words, embed.Phone }));
    }
}
