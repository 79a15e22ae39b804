using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Tests.Web.Kit;

/// <summary>A body may call a state by its own word; the state stays what it is, and the other words stay ours.</summary>
public sealed class StateNamesTests
{
    [Fact]
    public void A_bodys_own_word_stands_in_place_of_ours_for_that_state_only()
    {
        var site = Given.Site();
        site.Profile = site.Profile with { States = [new() { State = nameof(FeedbackState.Assigned), Name = "Phòng ban đang làm" }, new() { State = "KhôngCó", Name = "x" }] };
        var own = new SiteMap(site, Given.Units(), []);

        Assert.Equal("Phòng ban đang làm", FeedbackState.Assigned.Vi(own));
        Assert.All(Enum.GetValues<FeedbackState>().Where(state => state != FeedbackState.Assigned), state => Assert.Equal(state.Vi(), state.Vi(own)));
        Assert.All(Enum.GetValues<FeedbackState>(), state => Assert.Equal(state.Vi(), state.Vi(Given.SiteMap())));
    }
}
