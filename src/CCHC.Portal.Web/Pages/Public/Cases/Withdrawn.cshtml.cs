using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Says that a case was taken back, and nothing of which.</summary>
[NeverCached]
public sealed class WithdrawnModel : PageModel;
