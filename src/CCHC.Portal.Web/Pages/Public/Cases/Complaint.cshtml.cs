using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>What an administrative complaint is, its time limits and where it is filed (Luật Khiếu nại 02/2011).</summary>
public sealed class ComplaintModel : PageModel;
