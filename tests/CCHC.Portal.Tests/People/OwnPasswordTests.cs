using CCHC.Portal.People;

namespace CCHC.Portal.Tests.People;

public sealed class OwnPasswordTests
{
    [Theory]
    [InlineData("con đò bến bèo mùa gió", true)]
    [InlineData("ngắn quá", false)]
    [InlineData("Password 1234", false)]
    [InlineData("aaaaaaaaaaaaaa", false)]
    [InlineData("Nguyen.Thu mùa xuân", false)]
    [InlineData("thu-nghiem-2026", false)]
    public void Long_words_of_ones_own_will_do(string password, bool isTaken)
    {
        Assert.Equal(isTaken, OwnPassword.Problem(password, "nguyen.thu") is null);
    }

    [Fact]
    public void A_handed_out_password_would_do_itself()
    {
        Assert.Null(OwnPassword.Problem(OwnPassword.New(), "ai.do"));
    }
}
