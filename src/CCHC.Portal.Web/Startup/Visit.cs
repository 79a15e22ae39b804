using CCHC.Portal.People;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Web.Startup;

/// <summary>The present request: whose portal, in which language, and the member of staff when one is signed in.</summary>
public sealed class Visit
{
    private SiteMap? site;

    public SiteMap Site => site ?? throw new InvalidOperationException("The request has not entered a site.");

    public string Culture { get; private set; } = "vi";

    public bool IsEnglish => Culture == "en";

    /// <summary>What to say of a text's language on a page: nothing when it is the page's own.</summary>
    public string? LangOf(string culture) => culture == Culture ? null : culture;

    /// <summary>The signed-in person; set by <see cref="NeedsHandler"/> before a desk page runs.</summary>
    public Actor? Actor { get; set; }

    /// <summary>The signed-in person, on a page that cannot be reached without one.</summary>
    public Actor Me => Actor ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The page a signed-in person must visit before any other: to set a second factor or a password of their own.</summary>
    public string? Duty { get; set; }

    public void Begin(SiteMap entered, string culture)
    {
        site = entered;
        Culture = culture;
    }
}
