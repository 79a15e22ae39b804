using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>The four doors, in plain words.</summary>
public sealed class DoorsModel : PageModel;
