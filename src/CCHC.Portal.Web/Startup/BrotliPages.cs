using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace CCHC.Portal.Web.Startup;

/// <summary>Brotli at quality 9: half the bytes of the default, and pages are compressed once and then kept (performance.md §2).</summary>
public sealed class BrotliPages : ICompressionProvider
{
    private static readonly BrotliCompressionOptions Quality = new() { Quality = 9 };

    public string EncodingName => "br";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, Quality, leaveOpen: true);
}
