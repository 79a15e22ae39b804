using CCHC.Portal.People;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>What a page that changes an account asks before it does.</summary>
public sealed record PersonVerb(Person Who, string Words, string Button, IReadOnlyList<Problem> Problems);
