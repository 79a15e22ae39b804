using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Sealed;

/// <summary>Says honestly what a denunciation is, how it is made by law, and what a web form is not (Luật Tố cáo 25/2018).</summary>
public sealed class DenunciationModel : PageModel;
