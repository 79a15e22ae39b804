using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Xml.Linq;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Tests.Web.Kit;

/// <summary>A chart draws what was published and nothing else.</summary>
public sealed class ChartTests
{
    [Theory]
    [InlineData(ChartKind.Line)]
    [InlineData(ChartKind.Bars)]
    [InlineData(ChartKind.Stacked)]
    public void Every_drawing_is_well_formed_stays_in_its_frame_and_holds_no_style(ChartKind kind)
    {
        var chart = new Chart("a", "<b>&", ["2021", "Quý IV/2022", "2023"], [new("Đúng hẹn & <trễ>", [1m, null, 3.5m]), new("Hai", [2m, 0m, null]), new("Ba", [null, null, null])]) { Kind = kind };
        foreach (var narrow in new[] { false, true })
        {
            var drawing = new ChartDrawing(chart, narrow, "vi", HtmlEncoder.Create(UnicodeRanges.All));

            var svg = XElement.Parse("<svg>" + drawing.Draw() + "</svg>");

            Assert.NotEmpty(svg.Elements());
            Assert.DoesNotContain(svg.Descendants(), shape => shape.Attribute("style") is not null);
            Assert.All(svg.Descendants().SelectMany(shape => shape.Attributes()).Where(one => one.Name == "x" || one.Name == "cx"), one => Assert.InRange(double.Parse(one.Value, System.Globalization.CultureInfo.InvariantCulture), 0, drawing.Width));
            Assert.All(svg.Descendants().SelectMany(shape => shape.Attributes()).Where(one => one.Name == "y" || one.Name == "cy"), one => Assert.InRange(double.Parse(one.Value, System.Globalization.CultureInfo.InvariantCulture), 0, drawing.Height));
        }
    }

    [Fact]
    public void What_was_not_published_leaves_a_gap_and_is_never_drawn_as_nothing()
    {
        var line = Draw(new Chart("a", "A", ["1", "2", "3", "4", "5"], [new("A", [10m, 12m, null, 14m, 15m])]));
        var bars = Draw(new Chart("a", "A", ["1", "2"], [new("A", [10m, null])]) { Kind = ChartKind.Bars });

        Assert.Equal(2, line.Elements("polyline").Count());
        Assert.Equal(4, line.Elements("circle").Count());
        Assert.Single(bars.Elements("rect"));
        Assert.Contains(bars.Elements("text"), text => text.Value == "—");
    }

    [Fact]
    public void Bars_start_at_nothing_and_stacked_parts_say_their_sum()
    {
        var chart = new Chart("a", "A", ["1"], [new("A", [30m]), new("B", [12.5m])]) { Kind = ChartKind.Stacked };

        Assert.Contains(Draw(chart).Elements("text"), text => text.Value == "42,5");
        Assert.Equal("—", Draw(new Chart("a", "A", ["1"], [new("A", [30m]), new("B", [null])]) { Kind = ChartKind.Stacked }).Elements("text").Single(text => text.Attribute("class")!.Value == "c-v").Value);
        Assert.Equal((0, 40, 10), (ChartScale.Of([31, 33], true).From, ChartScale.Of([31, 33], true).To, ChartScale.Of([31, 33], true).Step));
        Assert.Equal((30.5m, 33m), (ChartScale.Of([31, 33], false).From, ChartScale.Of([31, 33], false).To));
        Assert.Equal((0m, 1m), (ChartScale.Of([], true).From, ChartScale.Of([0], true).To));
    }

    private static XElement Draw(Chart chart) => XElement.Parse("<svg>" + new ChartDrawing(chart, false, "vi", HtmlEncoder.Create(UnicodeRanges.All)).Draw() + "</svg>");
}
