using CCHC.Portal.Content;
using CsCheck;

namespace CCHC.Portal.Tests.Content;

public sealed class DifferenceTests
{
    [Fact]
    public void One_changed_word_is_the_only_thing_shown_as_changed()
    {
        var pieces = Difference.Between("Nộp hồ sơ tại quầy số 3.", "Nộp hồ sơ tại quầy số 5.");

        Assert.Equal([new(Change.Kept, "Nộp hồ sơ tại quầy số "), new(Change.TakenOut, "3."), new DifferencePiece(Change.PutIn, "5.")], pieces);
    }

    [Fact]
    public void Whatever_the_two_texts_are_the_pieces_give_both_back()
    {
        var text = Gen.OneOf("phà", "giờ", "hồ sơ", "\n", " ", "  ", "một cửa", ".", "đ").List[0, 40].Select(words => string.Join(' ', words));
        Gen.Select(text, text).Sample((before, after) =>
        {
            var pieces = Difference.Between(before, after);

            Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Change != Change.PutIn).Select(piece => piece.Words)));
            Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Change != Change.TakenOut).Select(piece => piece.Words)));
        });
    }
}
