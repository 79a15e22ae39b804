namespace CCHC.Portal.Web.Startup;

/// <summary>The proof, before something grave, that the person at the desk is still the one who signed in: their password again (security.md §5).</summary>
public sealed class StillMe(Credentials credentials, Visit visit)
{
    public const string Wrong = "Mật khẩu của bạn chưa đúng.";

    public async Task<bool> Proves(string? password, HttpContext context, CancellationToken stop) =>
        (await credentials.Check(context.User.Identity?.Name, password, context, stop))?.Id == visit.Me.PersonId;
}
