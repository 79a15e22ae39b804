using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CCHC.Portal.Content;

/// <summary>Turns "::: hotline name" and "{{hotline:name}}" into places that are filled with live content when a page is read.</summary>
internal sealed partial class Embedding : IMarkdownExtension
{
    /// <summary>What the places look like in the HTML; only this extension can write them.</summary>
    [GeneratedRegex("<(?:div|mark) class=\"embed\" title=\"([a-z]+):([a-zA-Z0-9._-]+)\"></(div|mark)>", RegexOptions.None, 1_000)]
    public static partial Regex Places();

    [GeneratedRegex(@"\A::: *(hotline|contact|procedure|video|audio) +([a-zA-Z0-9._-]{1,120}) *\z", RegexOptions.NonBacktracking)]
    public static partial Regex Opening();

    [GeneratedRegex(@"\A\{\{(hotline):([a-zA-Z0-9._-]{1,120})\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.InsertBefore<CustomContainerParser>(new PlaceParser());
        pipeline.InlineParsers.Insert(0, new NumberParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
        {
            html.ObjectRenderers.Insert(0, new PlaceRenderer());
            html.ObjectRenderers.Insert(0, new NumberRenderer());
        }
    }

    private sealed class Place(BlockParser parser, string kind, string key) : LeafBlock(parser)
    {
        public string Kind { get; } = kind;
        public string Key { get; } = key;
    }

    private sealed class NumberPlace(string kind, string key) : LeafInline
    {
        public string Kind { get; } = kind;
        public string Key { get; } = key;
    }

    private sealed class PlaceParser : BlockParser
    {
        public PlaceParser() => OpeningCharacters = [':'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || Opening().Match(processor.Line.ToString()) is not { Success: true } found)
            {
                return BlockState.None;
            }
            processor.NewBlocks.Push(new Place(this, found.Groups[1].Value, found.Groups[2].Value)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            });
            return BlockState.ContinueDiscard;
        }

        // The closing line is often forgotten: what follows is then not swallowed.
        public override BlockState TryContinue(BlockProcessor processor, Block block) =>
            processor.Line.ToString().Trim() is { Length: >= 3 } line && line.All(sign => sign == ':') ? BlockState.BreakDiscard : BlockState.None;
    }

    private sealed class NumberParser : InlineParser
    {
        public NumberParser() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.PeekChar() != '{' || Number().Match(slice.ToString()) is not { Success: true } found)
            {
                return false;
            }
            processor.Inline = new NumberPlace(found.Groups[1].Value, found.Groups[2].Value);
            slice.Start += found.Length;
            return true;
        }
    }

    private sealed class PlaceRenderer : HtmlObjectRenderer<Place>
    {
        protected override void Write(HtmlRenderer renderer, Place place)
        {
            if (renderer.EnableHtmlForBlock)
            {
                renderer.EnsureLine();
                renderer.WriteLine($"<div class=\"embed\" title=\"{place.Kind}:{place.Key}\"></div>");
            }
        }
    }

    private sealed class NumberRenderer : HtmlObjectRenderer<NumberPlace>
    {
        protected override void Write(HtmlRenderer renderer, NumberPlace place)
        {
            if (renderer.EnableHtmlForInline)
            {
                renderer.Write($"<mark class=\"embed\" title=\"{place.Kind}:{place.Key}\"></mark>");
            }
        }
    }
}
