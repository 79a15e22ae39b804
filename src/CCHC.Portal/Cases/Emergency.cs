using CCHC.Portal.Cases.Understanding;

namespace CCHC.Portal.Cases;

/// <summary>Whether words sound as if somebody were in danger now: then a form is the wrong way.</summary>
public static class Emergency
{
    public const string Tag = "Emergency";

    public static bool In(string message) => Suggestions.TagsOf(message, FeedbackField.Other).Contains(Tag);
}
