namespace CCHC.Portal.Storage;

/// <summary>A place on a picture that is painted over, in thousandths of its width and height.</summary>
public readonly record struct CoverBox(int X, int Y, int W, int H)
{
    public bool Fits => X is >= 0 and < 1000 && Y is >= 0 and < 1000 && W is > 0 and <= 1000 && H is > 0 and <= 1000 && X + W <= 1000 && Y + H <= 1000;
}
