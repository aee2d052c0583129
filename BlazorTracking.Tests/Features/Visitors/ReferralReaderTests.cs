using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visitors.Referrals;
using FsCheck.Xunit;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class ReferralReaderTests
{
    private const string Site = "example.com";

    [Theory]
    [InlineData("https://www.Google.com/", "google.com", "/", "Google", "Organic search")]
    [InlineData("https://www.google.co.uk/search?q=secret", "google.co.uk", "/search", "Google", "Organic search")]
    [InlineData("https://duckduckgo.com/", "duckduckgo.com", "/", "DuckDuckGo", "Organic search")]
    [InlineData("https://yandex.ru/", "yandex.ru", "/", "Yandex", "Organic search")]
    [InlineData("android-app://com.google.android.googlequicksearchbox/", "com.google.android.googlequicksearchbox", "/", "Google", "Organic search")]
    [InlineData("https://news.ycombinator.com/item?id=1", "news.ycombinator.com", "/item", "Hacker News", "Organic social")]
    [InlineData("https://t.co/AbC", "t.co", "/AbC", "X", "Organic social")]
    [InlineData("https://l.facebook.com/l.php?u=x", "l.facebook.com", "/l.php", "Facebook", "Organic social")]
    [InlineData("https://old.reddit.com/r/dotnet", "old.reddit.com", "/r/dotnet", "Reddit", "Organic social")]
    [InlineData("https://m.youtube.com/watch?v=1", "m.youtube.com", "/watch", "YouTube", "Organic video")]
    [InlineData("https://chatgpt.com/c/1", "chatgpt.com", "/c/1", "ChatGPT", "AI assistants")]
    [InlineData("https://gemini.google.com/app", "gemini.google.com", "/app", "Gemini", "AI assistants")]
    [InlineData("https://mail.google.com/mail/u/0", "mail.google.com", "/mail/u/0", "Gmail", "Email")]
    [InlineData("android-app://com.google.android.gm/", "com.google.android.gm", "/", "Gmail", "Email")]
    [InlineData("https://www.amazon.de/dp/1", "amazon.de", "/dp/1", "Amazon", "Organic shopping")]
    [InlineData("https://github.com/dotnet/aspnetcore", "github.com", "/dotnet/aspnetcore", "GitHub", "Referral")]
    [InlineData("https://blog.example.org:8443/post#top", "blog.example.org", "/post", "blog.example.org", "Referral")]
    [InlineData("http://user:password@partner.example/", "partner.example", "/", "partner.example", "Referral")]
    [InlineData("https://ПРИМЕР.рф/путь", "xn--e1afmkfd.xn--p1ai", "/путь", "xn--e1afmkfd.xn--p1ai", "Referral")]
    [InlineData("https://google.example.com/", "google.example.com", "/", "google.example.com", "Referral")]
    [InlineData("https://google.evil.co/", "google.evil.co", "/", "google.evil.co", "Referral")]
    [InlineData("https://notgoogle.com/", "notgoogle.com", "/", "notgoogle.com", "Referral")]
    [InlineData("https://shop.example.com/", "shop.example.com", "/", "shop.example.com", "Referral")]
    public void A_referrer_gives_host_path_source_and_channel(string referrer, string host, string path, string source, string channel)
    {
        var referral = Read("https://example.com/", referrer);

        Assert.Equal((host, path, source, channel), (referral.ReferrerHost, referral.ReferrerPath, referral.Source, referral.Channel));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://example.com/other")]
    [InlineData("http://www.example.com/other")]
    [InlineData("https://EXAMPLE.com./other")]
    [InlineData("https://app.example.com/same-page-host")]
    [InlineData("about:blank")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://files.example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    [InlineData("google.com")]
    [InlineData("https://")]
    [InlineData("https://a b/")]
    [InlineData("android-app:///nothing")]
    public void No_foreign_page_is_direct(string? referrer)
    {
        Assert.Equal(
            new Referral("", "", "", "Direct", "", "", "", "", ""),
            Read("https://app.example.com/page", referrer));
    }

    [Fact]
    public void The_own_host_of_a_site_with_an_international_name_is_no_referrer()
    {
        Assert.Equal("", ReferralReader.Read("app.xn--e1afmkfd.xn--p1ai", "", "https://пример.рф/a", "пример.рф").ReferrerHost);
    }

    [Fact]
    public void The_tags_of_the_page_are_kept_as_they_are()
    {
        var referral = Read(
            "https://example.com/?utm_source=Spring%20News&UTM_Medium=E-Mail&utm_campaign=a%2Bb+c&utm_content=%F0%9F%98%80&utm_term=%3Cb%3E&utm_source=second",
            referrer: null);

        Assert.Equal(
            new Referral("", "", "Spring News", "Email", "Spring News", "E-Mail", "a+b c", "😀", "<b>"),
            referral);
    }

    [Theory]
    [InlineData("utm_source=google", null, "Google", "Organic search")]
    [InlineData("utm_source=Google&utm_medium=cpc", null, "Google", "Paid search")]
    [InlineData("utm_source=google&utm_medium=PPC", "https://www.google.com/", "Google", "Paid search")]
    [InlineData("utm_source=facebook&utm_medium=paid_social", null, "Facebook", "Paid social")]
    [InlineData("utm_source=fb", null, "Facebook", "Organic social")]
    [InlineData("utm_source=youtube&utm_medium=paidvideo", null, "YouTube", "Paid video")]
    [InlineData("utm_source=amazon&utm_medium=cpc", null, "Amazon", "Paid shopping")]
    [InlineData("utm_source=acme&utm_medium=cpc", null, "acme", "Paid other")]
    [InlineData("utm_source=acme&utm_medium=cpm", null, "acme", "Display")]
    [InlineData("utm_source=acme&utm_medium=banner", null, "acme", "Display")]
    [InlineData("utm_source=acme&utm_medium=affiliate", null, "acme", "Affiliates")]
    [InlineData("utm_source=acme&utm_medium=podcast", null, "acme", "Audio")]
    [InlineData("utm_source=acme&utm_medium=sms", null, "acme", "SMS")]
    [InlineData("utm_source=acme&utm_medium=web-push", null, "acme", "Push")]
    [InlineData("utm_source=acme&utm_medium=social", null, "acme", "Organic social")]
    [InlineData("utm_source=acme&utm_medium=video", null, "acme", "Organic video")]
    [InlineData("utm_source=acme&utm_medium=referral", null, "acme", "Referral")]
    [InlineData("utm_source=acme&utm_medium=organic", null, "acme", "Organic search")]
    [InlineData("utm_source=acme", null, "acme", "Campaign")]
    [InlineData("utm_campaign=summer", null, "", "Campaign")]
    [InlineData("utm_source=newsletter", null, "newsletter", "Email")]
    [InlineData("utm_source=Newsletter&utm_medium=email", "https://mail.google.com/", "Newsletter", "Email")]
    [InlineData("utm_source=chatgpt.com", null, "ChatGPT", "AI assistants")]
    [InlineData("utm_source=www.reddit.com", null, "Reddit", "Organic social")]
    [InlineData("ref=producthunt", null, "Product Hunt", "Organic social")]
    [InlineData("source=hn", null, "Hacker News", "Organic social")]
    [InlineData("ref=a&source=b&utm_source=c", null, "c", "Campaign")]
    [InlineData("utm_source=&ref=friend", "https://blog.example.org/", "friend", "Campaign")]
    [InlineData("utm_source=summer", "https://www.facebook.com/", "summer", "Organic social")]
    [InlineData("utm_source=acme", "https://example.com/own", "acme", "Campaign")]
    [InlineData("gclid=1", null, "Google", "Paid search")]
    [InlineData("gclid=1", "https://www.google.com/", "Google", "Paid search")]
    [InlineData("gclid=", "https://www.google.com/", "Google", "Organic search")]
    [InlineData("msclkid=1", null, "Bing", "Paid search")]
    [InlineData("ttclid=1", null, "TikTok", "Paid social")]
    [InlineData("fbclid=1", null, "Facebook", "Organic social")]
    [InlineData("fbclid=1", "https://l.instagram.com/", "Instagram", "Organic social")]
    [InlineData("fbclid=1&utm_medium=paid", null, "Facebook", "Paid social")]
    [InlineData("fbclid=1", "https://blog.example.org/", "blog.example.org", "Organic social")]
    public void Tags_and_click_ids_give_source_and_channel(string query, string? referrer, string source, string channel)
    {
        var referral = Read($"https://example.com/?{query}", referrer);

        Assert.Equal((source, channel), (referral.Source, referral.Channel));
    }

    [Theory]
    [InlineData("%00%07a%0D%0A", "a")]
    [InlineData("%ED%A0%80", "%ED%A0%80")]
    [InlineData("%", "%")]
    [InlineData("%zz", "%zz")]
    [InlineData("+++", "")]
    public void A_tag_of_bad_characters_is_made_fit(string encoded, string expected)
    {
        Assert.Equal(expected, Read($"https://example.com/?utm_source={encoded}", null).UtmSource);
    }

    [Fact]
    public void Long_values_are_cut_between_characters()
    {
        var referral = Read(
            $"https://example.com/?utm_term={new string('a', 199)}😀&utm_content={new string('b', 300)}",
            $"https://blog.example.org/{new string('c', 3000)}");

        Assert.Equal(
            (new string('a', 199), new string('b', 200), 2000),
            (referral.UtmTerm, referral.UtmContent, referral.ReferrerPath.Length));
    }

    [Property]
    public void Any_text_is_a_referrer_or_none_and_fits_the_columns(string referrer, string query)
    {
        var referral = Read($"https://example.com/?utm_source={Uri.EscapeDataString(query ?? "")}&{query}", $"https://{referrer}/");

        Assert.InRange(referral.ReferrerHost.Length, 0, 253);
        Assert.InRange(referral.Source.Length, 0, 253);
        Assert.InRange(referral.Channel.Length, 1, 40);
    }

    [Fact]
    public void Many_sources_are_known_by_name()
    {
        Assert.InRange(SourceTable.Count, 400, 5000);
    }

    private static Referral Read(string page, string? referrer)
    {
        var url = new Uri(page);
        return ReferralReader.Read(url.IdnHost, url.Query.TrimStart('?'), referrer, Site);
    }
}
