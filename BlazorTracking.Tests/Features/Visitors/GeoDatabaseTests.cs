using System.Net;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visitors.Geo;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class GeoDatabaseTests : IDisposable
{
    private const string KnownAddress = "198.51.100.7";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blazortracking-geo-");

    [Theory]
    [InlineData("8.8.8.8", "US")]
    [InlineData("193.0.6.139", "NL")]
    [InlineData("::ffff:193.0.6.139", "NL")]
    [InlineData("2001:67c:2e8:22::c100:68b", "NL")]
    [InlineData("133.11.0.1", "JP")]
    public void The_country_of_a_public_address_is_built_in(string address, string country)
    {
        using var app = new AppFactory();

        var place = app.Services.GetRequiredService<GeoDatabase>().Locate(IPAddress.Parse(address));

        Assert.Equal(Location.Unknown with { Country = country }, place);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("172.16.0.9")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.178.20")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.1.1")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1%3")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:192.168.0.1")]
    public void An_address_of_no_country_is_nowhere(string? address)
    {
        using var database = Open("");

        Assert.Equal(Location.Unknown, database.Locate(address is null ? null : IPAddress.Parse(address)));
    }

    [Fact]
    public void A_private_address_is_nowhere_whatever_a_database_says()
    {
        using var database = Open(Save(new MmdbBuilder().Add("192.168.0.0/16", Nested())));

        Assert.Equal(Location.Unknown, database.Locate(IPAddress.Parse("192.168.1.1")));
    }

    [Fact]
    public void R12_A_configured_database_of_the_nested_layout_gives_city_postal_code_and_coordinates()
    {
        using var database = Open(Save(new MmdbBuilder().Add("198.51.100.0/24", Nested())));

        Assert.Equal(new Location("DE", "Berlin", "Berlin", "10115", 52.5323, 13.3846), database.Locate(IPAddress.Parse(KnownAddress)));
    }

    [Fact]
    public void A_configured_database_of_the_flat_layout_gives_city_postal_code_and_coordinates()
    {
        var path = Save(new MmdbBuilder().Add("2001:db8::/32", new Dictionary<string, object>
        {
            ["city"] = "Graz",
            ["country_code"] = "at",
            ["state1"] = "Styria",
            ["postcode"] = "8010",
            ["latitude"] = 47.0667,
            ["longitude"] = 15.45,
            ["timezone"] = "Europe/Vienna",
        }));
        using var database = Open(path);

        Assert.Equal(new Location("AT", "Styria", "Graz", "8010", 47.0667, 15.45), database.Locate(IPAddress.Parse("2001:db8::7")));
    }

    [Fact]
    public void An_address_that_the_city_database_lacks_keeps_its_built_in_country()
    {
        using var database = Open(Save(new MmdbBuilder().Add("198.51.100.0/24", Nested())));

        Assert.Equal(Location.Unknown with { Country = "NL" }, database.Locate(IPAddress.Parse("193.0.6.139")));
    }

    [Fact]
    public void A_record_without_a_city_leaves_it_empty()
    {
        var path = Save(new MmdbBuilder().Add("198.51.100.0/24", new Dictionary<string, object>
        {
            ["registered_country"] = new Dictionary<string, object> { ["iso_code"] = "FR" },
            ["city"] = new Dictionary<string, object> { ["names"] = new Dictionary<string, object> { ["fr"] = "Nice" } },
            ["subdivisions"] = Array.Empty<object>(),
        }));
        using var database = Open(path);

        Assert.Equal(Location.Unknown with { Country = "FR" }, database.Locate(IPAddress.Parse(KnownAddress)));
    }

    [Theory]
    [InlineData("ZZ", 48.1, 11.5, "", 48.1)]
    [InlineData("<b", 48.1, 11.5, "", 48.1)]
    [InlineData("DEU", 48.1, 11.5, "", 48.1)]
    [InlineData("de", 91.0, 11.5, "DE", null)]
    [InlineData("de", 48.1, 181.0, "DE", null)]
    [InlineData("de", double.NaN, 11.5, "DE", null)]
    public void What_is_no_country_and_no_place_on_earth_is_left_out(
        string code, double latitude, double longitude, string expectedCountry, double? expectedLatitude)
    {
        var path = Save(new MmdbBuilder().Add("198.51.100.0/24", new Dictionary<string, object>
        {
            ["country_code"] = code,
            ["latitude"] = latitude,
            ["longitude"] = longitude,
        }));
        using var file = LocationFile.Open(path);

        var place = file.Find(IPAddress.Parse(KnownAddress));

        Assert.Equal((expectedCountry, expectedLatitude), (place.Country, place.Latitude));
    }

    [Fact]
    public void Names_fit_their_columns()
    {
        var path = Save(new MmdbBuilder().Add("198.51.100.0/24", new Dictionary<string, object>
        {
            ["city"] = new string('c', 99) + "😀" + "x",
            ["state1"] = new string('r', 120),
            ["postcode"] = new string('1', 40),
        }));
        using var database = Open(path);

        var place = database.Locate(IPAddress.Parse(KnownAddress));

        Assert.Equal((new string('c', 99), new string('r', 100), new string('1', 20)), (place.City, place.Region, place.PostalCode));
    }

    [Fact]
    public void Two_files_are_searched_one_after_the_other()
    {
        var first = Save(new MmdbBuilder().Add("203.0.113.0/24", new Dictionary<string, object> { ["city"] = "Oslo" }));
        var second = Save(new MmdbBuilder().Add("2001:db8::/32", new Dictionary<string, object> { ["city"] = "Bergen" }));
        using var database = Open($"{first};{second}");

        Assert.Equal("Oslo", database.Locate(IPAddress.Parse("203.0.113.5")).City);
        Assert.Equal("Bergen", database.Locate(IPAddress.Parse("2001:db8::5")).City);
    }

    [Fact]
    public void The_program_reads_the_setting()
    {
        using var app = new AppFactory();
        app.Settings["Geo:CityDatabase"] = Save(new MmdbBuilder().Add("198.51.100.0/24", Nested()));

        Assert.Equal("Berlin", app.Services.GetRequiredService<GeoDatabase>().Locate(IPAddress.Parse(KnownAddress)).City);
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_refused_with_a_sentence()
    {
        Assert.Equal(
            "Geo:CityDatabase must be the path of an MMDB file, but /nowhere/cities.mmdb does not exist.",
            WhyRefused("/nowhere/cities.mmdb"));
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_with_a_sentence()
    {
        var path = Path.Combine(_folder.FullName, "cities.txt");
        File.WriteAllText(path, new string('x', 100_000));

        Assert.Equal($"Geo:CityDatabase must be the path of an MMDB file, but {path} is not an MMDB file.", WhyRefused(path));
    }

    [Fact]
    public void An_empty_file_is_refused_with_a_sentence()
    {
        var path = Path.Combine(_folder.FullName, "empty.mmdb");
        File.WriteAllText(path, "");

        Assert.StartsWith("Geo:CityDatabase must be the path of an MMDB file, but ", WhyRefused(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_refused_with_a_sentence()
    {
        var path = Save(new MmdbBuilder().Add("192.0.2.0/24", Nested()));
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(file.Length - 40);
        }

        Assert.StartsWith("Geo:CityDatabase must be the path of an MMDB file, but ", WhyRefused(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_refused_with_a_sentence()
    {
        Assert.StartsWith("Geo:CityDatabase must be the path of an MMDB file, but ", WhyRefused(_folder.FullName), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Dictionary<string, object> Nested() => new()
    {
        ["city"] = new Dictionary<string, object> { ["names"] = Names("Berlin") },
        ["country"] = new Dictionary<string, object> { ["iso_code"] = "DE", ["names"] = Names("Germany") },
        ["location"] = new Dictionary<string, object> { ["latitude"] = 52.5323, ["longitude"] = 13.3846, ["time_zone"] = "Europe/Berlin" },
        ["postal"] = new Dictionary<string, object> { ["code"] = "10115" },
        ["registered_country"] = new Dictionary<string, object> { ["iso_code"] = "US" },
        ["subdivisions"] = new object[] { new Dictionary<string, object> { ["iso_code"] = "BE", ["names"] = Names("Berlin") } },
    };

    private static Dictionary<string, object> Names(string english) => new() { ["en"] = english };

    private static GeoDatabase Open(string setting) =>
        new(Options.Create(new GeoOptions { CityDatabase = setting }), new Environment());

    private static string? WhyRefused(string setting) =>
        new GeoOptionsValidator(new Environment()).Validate(name: null, new GeoOptions { CityDatabase = setting }).FailureMessage;

    private string Save(MmdbBuilder builder)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.mmdb");
        builder.Save(path);
        return path;
    }

    private sealed class Environment : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "";
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = null!;
        public string ContentRootPath { get; set; } = "/";
        public string EnvironmentName { get; set; } = "";
    }
}
