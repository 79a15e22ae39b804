using System.Diagnostics;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Tests.Storage;

/// <summary>Films and recordings as telephones make them, made here by ffmpeg.</summary>
internal static class Clips
{
    public static Ffmpeg Ffmpeg { get; } = new("ffmpeg");

    /// <summary>A film with a place and a title in it.</summary>
    public static Task<byte[]> Film(int width = 640, int height = 360, int seconds = 2) => Made(
        $"-f lavfi -i testsrc2=s={width}x{height}:r=25:d={seconds} -f lavfi -i sine=f=440:d={seconds} -metadata location=+20.7270+107.0480/ -metadata title=BiMat -c:v libx264 -preset ultrafast -c:a aac -shortest", "mp4");

    public static Task<byte[]> Talk(int seconds = 3) => Made($"-f lavfi -i sine=f=300:d={seconds} -af volume=0.05 -metadata artist=NguoiNoi", "mp3");

    public static Task<byte[]> Webm() => Made("-f lavfi -i testsrc2=s=160x90:r=10:d=1 -c:v libvpx", "webm");

    private static async Task<byte[]> Made(string arguments, string ending)
    {
        Assert.SkipUnless(Ffmpeg.IsThere, "ffmpeg is not installed; tests/run.sh installs it.");
        var path = Path.Combine(Path.GetTempPath(), $"portal-clip-{Guid.CreateVersion7():n}.{ending}");
        using (var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", .. arguments.Split(' '), path]))!)
        {
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
        }
        var bytes = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        return bytes;
    }
}
