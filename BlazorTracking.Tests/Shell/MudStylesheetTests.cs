using BlazorTracking.Shell;

namespace BlazorTracking.Tests.Shell;

public sealed class MudStylesheetTests
{
    [Theory]
    [InlineData("body{margin:0}", "body{margin:0}")]
    [InlineData(".mud-input{a:b}.mud-table{a:b}", ".mud-input{a:b}")]
    [InlineData(".mud-input-slot:hover{a:b}.mud-inputs{a:b}", ".mud-input-slot:hover{a:b}")]
    [InlineData(".mud-table .mud-input{a:b}", "")]
    [InlineData(".mud-table,.mud-input:not(.mud-disabled, .mud-error){a:b}", ".mud-input:not(.mud-disabled, .mud-error){a:b}")]
    [InlineData(".mud-input:not(.mud-table){a:b}", "")]
    [InlineData("@media(min-width: 600px){.mud-table{a:b}.mud-input{a:b}}", "@media(min-width: 600px){.mud-input{a:b}}")]
    [InlineData("@media(min-width: 600px){.mud-table{a:b}}", "")]
    [InlineData("@keyframes x{0%{a:b}100%{a:c}}", "@keyframes x{0%{a:b}100%{a:c}}")]
    [InlineData("/* .mud-table{ */.px-2{a:b}.px-3{a:b}.hover\\:mud-secondary:hover{a:b}", ".px-2{a:b}")]
    [InlineData("#components-reconnect-modal button{a:b}#blazor-error-ui{a:b}#mud-snackbar-container{a:b}", "#mud-snackbar-container{a:b}")]
    public void Only_rules_for_what_is_used_are_kept(string whole, string kept) => Assert.Equal(kept, MudStylesheet.Trim(whole));

    [Fact]
    public void A_block_that_is_not_closed_says_where_it_begins()
    {
        var error = Assert.Throws<FormatException>(() => MudStylesheet.Trim("body{a:b}.mud-input{a:b"));

        Assert.Contains("19", error.Message, StringComparison.Ordinal);
    }
}
