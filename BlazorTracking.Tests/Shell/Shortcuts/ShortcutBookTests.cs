using BlazorTracking.Shell.Shortcuts;

namespace BlazorTracking.Tests.Shell.Shortcuts;

public sealed class ShortcutBookTests
{
    private readonly ShortcutBook _book = new();
    private readonly List<string> _pressed = [];

    [Fact]
    public async Task A_key_does_what_it_was_added_for()
    {
        using var d = Add("d", "Today");
        using var w = Add("w", "Week");

        await _book.PressAsync("w");

        Assert.Equal(["Week"], _pressed);
    }

    [Fact]
    public async Task A_key_that_was_taken_back_does_nothing()
    {
        Add("d", "Today").Dispose();

        await _book.PressAsync("d");

        Assert.Empty(_pressed);
        Assert.Empty(_book.All);
    }

    [Fact]
    public async Task Of_two_with_the_same_key_the_later_counts_until_it_is_taken_back()
    {
        using var earlier = Add("d", "Earlier");
        var later = Add("d", "Later");

        await _book.PressAsync("d");
        later.Dispose();
        await _book.PressAsync("d");

        Assert.Equal(["Later", "Earlier"], _pressed);
    }

    [Fact]
    public void Who_hears_the_keys_is_told_of_every_change()
    {
        var changes = 0;
        _book.Changed += (_, _) => changes++;

        var shortcut = Add("d", "Today");
        shortcut.Dispose();
        shortcut.Dispose();

        Assert.Equal(2, changes);
    }

    [Theory]
    [InlineData("d", "D")]
    [InlineData("ArrowLeft", "←")]
    [InlineData("?", "?")]
    public void Keys_are_called_as_people_call_them(string key, string name) =>
        Assert.Equal(name, new Shortcut(key, "", "", () => Task.CompletedTask).KeyName);

    private IDisposable Add(string key, string title) => _book.Add(new Shortcut(key, title, "Group", () =>
    {
        _pressed.Add(title);
        return Task.CompletedTask;
    }));
}
