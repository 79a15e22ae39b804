using System.Text.Encodings.Web;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CCHC.Portal.Web.Kit;

/// <summary>&lt;portal-field for="Message" label="…"&gt;: label, hint, error and control of one typed field, in that order.</summary>
[HtmlTargetElement("portal-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(HtmlEncoder encoder, Translator t, Assets assets) : TagHelper
{
    public ModelExpression For { get; set; } = null!;
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public bool Optional { get; set; }

    /// <summary>More than one line of text.</summary>
    public int? Rows { get; set; }

    public string Type { get; set; } = "text";
    public string? Autocomplete { get; set; }
    public string? Inputmode { get; set; }

    /// <summary>The most characters; shown as a live count on long fields.</summary>
    public int? Most { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = For.Name.Replace('.', '_');
        var error = ViewContext.ModelState.TryGetValue(For.Name, out var entry) && entry.ValidationState == ModelValidationState.Invalid ? entry.Errors[0].ErrorMessage : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "ds-field" : "ds-field has-err");

        var label = new TagBuilder("label");
        label.AddCssClass("ds-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (Optional)
        {
            label.InnerHtml.AppendHtml($" <span class=\"opt\">({encoder.Encode(t["không bắt buộc"])})</span>");
        }
        output.Content.AppendHtml(label);
        if (Hint is not null)
        {
            output.Content.AppendHtml($"<p class=\"hint\" id=\"{id}-h\">{encoder.Encode(Hint)}</p>");
        }
        if (error is not null)
        {
            output.Content.AppendHtml($"<p class=\"err\" id=\"{id}-e\"><svg class=\"i\" aria-hidden=\"true\"><use href=\"{assets["icons.svg"]}#warning-circle\"/></svg><span><span class=\"sr\">{encoder.Encode(t["Lỗi: "])}</span>{encoder.Encode(t[error])}</span></p>");
        }
        output.Content.AppendHtml(Control(id, error is not null));
    }

    private IHtmlContent Control(string id, bool isWrong)
    {
        var control = new TagBuilder(Rows is null ? "input" : "textarea");
        control.AddCssClass("ds-input");
        control.Attributes["id"] = id;
        control.Attributes["name"] = For.Name;
        var described = string.Join(' ', new[] { Hint is null ? null : id + "-h", isWrong ? id + "-e" : null }.Where(part => part is not null));
        Set(control, "aria-describedby", described == "" ? null : described);
        Set(control, "aria-invalid", isWrong ? "true" : null);
        Set(control, "autocomplete", Autocomplete);
        Set(control, "inputmode", Inputmode);
        // What was typed comes back, also when it was wrong.
        var value = ViewContext.ModelState.TryGetValue(For.Name, out var entry) && entry.AttemptedValue is { } typed ? typed : For.Model?.ToString() ?? "";
        if (Rows is { } rows)
        {
            control.Attributes["rows"] = rows.ToString();
            Set(control, "data-count", Most?.ToString());
            Set(control, "data-count-text", Most is null ? null : t["{0} / {1} ký tự"]);
            control.InnerHtml.Append("\n" + value);
        }
        else
        {
            control.TagRenderMode = TagRenderMode.SelfClosing;
            control.Attributes["type"] = Type;
            control.Attributes["value"] = value;
            Set(control, "maxlength", Most?.ToString());
        }
        return control;
    }

    private static void Set(TagBuilder tag, string name, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[name] = value;
        }
    }
}
