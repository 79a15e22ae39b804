namespace CCHC.Portal.Content;

/// <summary>How a page leaves: what stands at its address afterwards, why, and where readers are sent.</summary>
public sealed record Withdrawal(Retirement Retirement, string Reason, string? MovedTo = null)
{
    public static Withdrawal Gone(string reason) => new(Retirement.Gone, reason);
}

/// <summary>What readers meet at the address of a withdrawn page: nothing but that it is gone (410), the old text under a notice, or another page.</summary>
public enum Retirement { Gone, Notice, Redirected }
