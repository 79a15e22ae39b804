using QRCoder;

namespace CCHC.Portal.Web.Kit;

/// <summary>A QR code with its quiet zone: how many squares it is wide, and its dark ones as runs along the rows.</summary>
public sealed record QrCode(int Size, IReadOnlyList<(int Column, int Row, int Length)> Dark)
{
    public static QrCode Of(string text)
    {
        using var maker = new QRCodeGenerator();
        using var data = maker.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var dark = new List<(int, int, int)>();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (int x = 0, end; x < row.Count; x = end)
            {
                for (end = x + 1; end < row.Count && row[end] == row[x]; end++)
                {
                }
                if (row[x])
                {
                    dark.Add((x, y, end - x));
                }
            }
        }
        return new QrCode(data.ModuleMatrix.Count, dark);
    }

    /// <summary>The dark squares as the path of an SVG.</summary>
    public string Path => string.Concat(Dark.Select(run => $"M{run.Column} {run.Row}h{run.Length}v1h-{run.Length}z"));
}
