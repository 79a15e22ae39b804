using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace CCHC.Portal.Search;

/// <summary>Lucene's files read by position: questions do not wait for each other's place in a file, and a file cut short is an error like others, not the end of the process as under a memory map.</summary>
internal sealed class PositionedFiles(string folder) : FSDirectory(new DirectoryInfo(folder))
{
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var path = Path.Combine(Directory.FullName, name);
        return new Input(path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess));
    }

    private sealed class Input(string path, SafeFileHandle file) : BufferedIndexInput(path, BytesAtOnce)
    {
        private const int BytesAtOnce = 2048;

        private readonly SafeFileHandle file = file;
        private readonly long length = RandomAccess.GetLength(file);
        private bool isClone;

        public override long Length => length;

        public override object Clone()
        {
            var clone = (Input)base.Clone();
            clone.isClone = true;
            return clone;
        }

        protected override void ReadInternal(byte[] bytes, int offset, int count)
        {
            if (Position + count > length) throw new EndOfStreamException(ToString());
            for (var read = 0; read < count;)
            {
                var more = RandomAccess.Read(file, bytes.AsSpan(offset + read, count - read), Position + read);
                read += more > 0 ? more : throw new EndOfStreamException(ToString());   // cut short since it was opened
            }
        }

        protected override void SeekInternal(long position)
        {
            // The place is the buffer's own.
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !isClone) file.Dispose();
        }
    }
}
