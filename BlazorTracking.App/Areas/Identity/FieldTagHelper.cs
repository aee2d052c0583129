using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BlazorTracking.Areas.Identity;

/// <summary>
/// The one way of showing a form's field: label, input, hint and error, tied together for screen readers. What stands
/// between the tags appears beside the label. A password is never written back into the page.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    [HtmlAttributeName("type")]
    public string Type { get; set; } = "text";

    [HtmlAttributeName("autocomplete")]
    public string? Autocomplete { get; set; }

    [HtmlAttributeName("inputmode")]
    public string? InputMode { get; set; }

    [HtmlAttributeName("hint")]
    public string? Hint { get; set; }

    [HtmlAttributeName("autofocus")]
    public bool Autofocus { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var beside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");

        var id = TagBuilder.CreateSanitizedId(For.Name, "_");
        var error = FindError();
        output.Content
            .AppendHtml(Element("div", "field-head", content => content
                .AppendHtml(generator.GenerateLabel(ViewContext, For.ModelExplorer, For.Name, labelText: null, new { @class = "label" }))
                .AppendHtml(beside)))
            .AppendHtml(Input(id, error));
        if (Hint is not null)
        {
            output.Content.AppendHtml(Element("p", "field-hint", content => content.Append(Hint), $"{id}-hint"));
        }

        if (error is not null)
        {
            output.Content.AppendHtml(Element("span", "field-error", content => content.Append(error), $"{id}-error"));
        }
    }

    private static TagBuilder Element(string name, string cssClass, Action<Microsoft.AspNetCore.Html.IHtmlContentBuilder> fill, string? id = null)
    {
        var element = new TagBuilder(name);
        element.AddCssClass(cssClass);
        if (id is not null)
        {
            element.Attributes["id"] = id;
        }

        fill(element.InnerHtml);
        return element;
    }

    private TagBuilder Input(string id, string? error)
    {
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal) { ["class"] = "input", ["type"] = Type };
        if (For.Metadata.IsRequired)
        {
            attributes["required"] = "required";
        }

        Add("autocomplete", Autocomplete);
        Add("inputmode", InputMode);
        Add("autofocus", Autofocus ? "autofocus" : null);
        Add("aria-invalid", error is null ? null : "true");
        Add("aria-describedby", Described(id, error));
        return Type == "password"
            ? generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, value: null, attributes)
            : generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, format: null, attributes);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                attributes[name] = value;
            }
        }
    }

    private string? Described(string id, string? error)
    {
        var parts = new[] { Hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error" }.Where(part => part is not null);
        return string.Join(' ', parts) is { Length: > 0 } ids ? ids : null;
    }

    private string? FindError() =>
        ViewContext.ModelState.TryGetValue(For.Name, out var entry) && entry.Errors.Count > 0
            ? string.Join(' ', entry.Errors.Select(error => error.ErrorMessage))
            : null;
}
