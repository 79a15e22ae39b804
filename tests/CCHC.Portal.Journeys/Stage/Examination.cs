using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CCHC.Portal.Journeys.Stage;

/// <summary>Looks at a page the way people with other eyes, hands and screens meet it, and writes down what is in their way.</summary>
public sealed class Examination(Visitor visitor)
{
    private const int Phone = 360, Desktop = 1280, Smallest = 320, Target = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Grave = ["serious", "critical"];

    // A frame is a page of its own, looked at under its own address; one that may run no scripts would never answer.
    private static readonly AxeRunOptions Everything = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"), ResultTypes = [ResultType.Violations], Iframes = false };
    private static readonly AxeRunOptions Colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block"), ResultTypes = [ResultType.Violations], Iframes = false };

    private readonly List<string> findings = [];

    private IPage Page => visitor.Page;

    /// <summary>A page whose examination hangs is named instead of using up the time of all others.</summary>
    public async Task Of(string name)
    {
        try
        {
            await Examine(name).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            findings.Add($"{name}: not examined within {Patience}");
            FoundNothing();
        }
    }

    /// <summary>Only what a telephone shows in the light, and the smallest screen: for the many pages that look like others.</summary>
    public async Task Briefly(string name)
    {
        var before = findings.Count;
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await Page.SetViewportSizeAsync(Phone, 900);
        await HasOneHeading();
        await Scan($"{Phone} light", Everything);
        await HasTargetsLargeEnough(Phone);
        await FitsTheSmallestScreen();
        Sign(name, before);
        await Page.SetViewportSizeAsync(visitor.Width, 900);
    }

    private async Task Examine(string name)
    {
        var before = findings.Count;
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None, ReducedMotion = ReducedMotion.Reduce });
        await HasOneHeading();
        foreach (var width in new[] { Desktop, Phone })
        {
            await Page.SetViewportSizeAsync(width, 900);
            await Scan($"{width} light", Everything);
            await HasTargetsLargeEnough(width);
        }
        await IsReadableInTheDark();
        await WorksWithForcedColours();
        await FitsTheSmallestScreen();
        Sign(name, before);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
        await Page.SetViewportSizeAsync(visitor.Width, 900);
    }

    private void Sign(string name, int before)
    {
        findings.AddRange(visitor.TakeTroubles().Select(trouble => "trouble: " + trouble));
        for (var i = before; i < findings.Count; i++)
        {
            findings[i] = $"{name}: {findings[i]}";
        }
    }

    public void FoundNothing() => Assert.True(findings.Count == 0, $"{findings.Count} findings:\n{string.Join('\n', findings)}");

    private async Task Scan(string look, AxeRunOptions options)
    {
        var result = await Page.RunAxe(options);
        foreach (var violation in result.Violations.Where(violation => Grave.Contains(violation.Impact)))
        {
            findings.AddRange(violation.Nodes.Select(node => $"{look}: {violation.Id} ({violation.Impact}) at {node.Target}\n      {Short(node.Html)}{Why(node)}"));
        }
    }

    // In the dark only the colours differ: the rest was seen in the light.
    private async Task IsReadableInTheDark()
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        foreach (var width in new[] { Phone, Desktop })
        {
            await Page.SetViewportSizeAsync(width, 900);
            await Scan($"{width} dark", Colours);
        }
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private async Task HasOneHeading()
    {
        var headings = await Page.Locator("h1").CountAsync();
        if (headings != 1)
        {
            findings.Add($"{headings} headings of the first level");
        }
    }

    private async Task FitsTheSmallestScreen()
    {
        await Page.SetViewportSizeAsync(Smallest, 700);
        var wide = await Page.EvaluateAsync<string[]>("""
            () => {
              const screen = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= screen) return [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), names = [];
              for (let text = texts.nextNode(); text && names.length < 4; text = texts.nextNode()) {
                const range = document.createRange();
                range.selectNodeContents(text);
                if ([...range.getClientRects()].some(box => box.right > screen + 1)) names.push(text.parentElement.outerHTML.slice(0, 100));
              }
              return [`scrolls sideways to ${document.documentElement.scrollWidth} px: ${names.join(', ')}`];
            }
            """);
        findings.AddRange(wide.Select(word => $"{Smallest} px: {word}"));
    }

    private async Task HasTargetsLargeEnough(int width)
    {
        var small = await Page.EvaluateAsync<string[]>($$"""
            () => [...document.querySelectorAll('nav a, nav button, header a, header button, summary, button, .btn')]
              .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.sr, [aria-hidden=true]') && !e.classList.contains('sr') && !e.classList.contains('ds-skip-link'))
              .map(e => [e, e.getBoundingClientRect()])
              .filter(([e, box]) => box.width > 0 && (box.width < {{Target}} || box.height < {{Target}}))
              .map(([e, box]) => `${e.tagName.toLowerCase()} “${e.textContent.trim().slice(0, 30)}” is ${Math.round(box.width)}×${Math.round(box.height)} px`)
            """);
        findings.AddRange(small.Select(word => $"{width} px: {word}"));
    }

    // Backgrounds and shadows vanish there: what is pressed or typed into needs an edge. Colours are the system's own; computed ones still say ours.
    private async Task WorksWithForcedColours()
    {
        await Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        var lost = await Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.btn, button, input:not([type=hidden]), select, textarea')]
              .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.sr, [aria-hidden=true]') && !e.classList.contains('sr') && e.getBoundingClientRect().width > 1)
              .filter(e => !(['checkbox', 'radio'].includes(e.type) && getComputedStyle(e).appearance === 'auto'))   // the system draws these
              .filter(e => {
                const has = s => ['Top', 'Bottom', 'Left', 'Right'].some(side => parseFloat(s[`border${side}Width`]) > 0 && s[`border${side}Style`] !== 'none') || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0);
                const look = getComputedStyle(e), round = getComputedStyle(e.parentElement);
                const words = e.tagName === 'BUTTON' || e.tagName === 'A' ? look.textDecorationLine.includes('underline') : false;
                return !(has(look) || has(round) || words || (e.tagName === 'BUTTON' && e.querySelector('svg')));
              })
              .map(e => `${e.tagName.toLowerCase()}#${e.id}.${e.className} “${(e.textContent || '').trim().slice(0, 30)}” has no edge`)
            """);
        findings.AddRange(lost.Select(word => "forced colours: " + word));
        await Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
    }

    private static string Why(AxeResultNode node) =>
        string.Concat(node.Any.Concat(node.All).Concat(node.None).Take(1).Select(check => "\n      " + check.Message));

    private static string Short(string html) => html.Length > 160 ? html[..160] + "…" : html;
}
