using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace CCHC.Portal.Content;

/// <summary>Turns "::: note Title" and "::: warn Title" into call-outs.</summary>
internal sealed class Callouts : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
        {
            html.ObjectRenderers.RemoveAll(other => other is HtmlCustomContainerRenderer);
            html.ObjectRenderers.Insert(0, new Renderer());
        }
    }

    private sealed class Renderer : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer callout)
        {
            renderer.EnsureLine();
            renderer.Write(callout.Info == "warn" ? "<div class=\"callout warn\">" : "<div class=\"callout\">");
            if (!string.IsNullOrWhiteSpace(callout.Arguments))
            {
                renderer.Write("<p class=\"callout-t\">").WriteEscape(callout.Arguments).Write("</p>");
            }
            renderer.WriteChildren(callout);
            renderer.WriteLine("</div>");
        }
    }
}
