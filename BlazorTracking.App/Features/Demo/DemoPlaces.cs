namespace BlazorTracking.Features.Demo;

/// <summary>Where a visitor is. Coordinates in degrees.</summary>
internal sealed record DemoPlace(
    string Country, string Region, string City, string PostalCode, double Latitude, double Longitude, string Language);

/// <summary>
/// The places of the demonstration's visitors, by country. They have cities because a city database, which the program
/// cannot bring along, would give them.
/// </summary>
internal static class DemoPlaces
{
    private static readonly (string Country, string Language, (double Weight, string Region, string City, string PostalCode, double Latitude, double Longitude)[] Cities)[] _table =
    [
        ("AR", "es-AR", [(3, "Buenos Aires F.D.", "Buenos Aires", "C1000", -34.61, -58.38), (1, "Cordoba", "Córdoba", "5000", -31.42, -64.18)]),
        ("AT", "de-AT", [(4, "Vienna", "Vienna", "1010", 48.21, 16.37), (2, "Styria", "Graz", "8010", 47.07, 15.44), (1, "Salzburg", "Salzburg", "5020", 47.80, 13.04)]),
        ("AU", "en-AU", [(4, "New South Wales", "Sydney", "2000", -33.87, 151.21), (4, "Victoria", "Melbourne", "3000", -37.81, 144.96), (2, "Queensland", "Brisbane", "4000", -27.47, 153.03)]),
        ("BE", "nl-BE", [(2, "Brussels Capital", "Brussels", "1000", 50.85, 4.35), (1, "Flanders", "Ghent", "9000", 51.05, 3.72)]),
        ("BR", "pt-BR", [(5, "Sao Paulo", "São Paulo", "01000", -23.55, -46.63), (3, "Rio de Janeiro", "Rio de Janeiro", "20000", -22.91, -43.17), (1, "Parana", "Curitiba", "80000", -25.43, -49.27)]),
        ("CA", "en-CA", [(4, "Ontario", "Toronto", "M5H", 43.65, -79.38), (2, "Quebec", "Montréal", "H2Y", 45.50, -73.57), (2, "British Columbia", "Vancouver", "V6B", 49.28, -123.12)]),
        ("CH", "de-CH", [(4, "Zurich", "Zurich", "8001", 47.37, 8.54), (2, "Bern", "Bern", "3011", 46.95, 7.45), (2, "Geneva", "Geneva", "1201", 46.20, 6.14)]),
        ("CZ", "cs", [(3, "Prague", "Prague", "110 00", 50.08, 14.44), (1, "South Moravian", "Brno", "602 00", 49.20, 16.61)]),
        ("DE", "de", [(6, "Land Berlin", "Berlin", "10115", 52.52, 13.40), (4, "Hamburg", "Hamburg", "20095", 53.55, 9.99), (5, "Bavaria", "Munich", "80331", 48.14, 11.58), (3, "North Rhine-Westphalia", "Cologne", "50667", 50.94, 6.96), (3, "Hesse", "Frankfurt am Main", "60311", 50.11, 8.68), (2, "Saxony", "Leipzig", "04109", 51.34, 12.37), (2, "Baden-Wurttemberg", "Stuttgart", "70173", 48.78, 9.18)]),
        ("DK", "da", [(3, "Capital Region", "Copenhagen", "1050", 55.68, 12.57), (1, "Central Jutland", "Aarhus", "8000", 56.16, 10.20)]),
        ("ES", "es", [(4, "Madrid", "Madrid", "28001", 40.42, -3.70), (3, "Catalonia", "Barcelona", "08001", 41.39, 2.17), (1, "Valencia", "Valencia", "46001", 39.47, -0.38)]),
        ("FI", "fi", [(3, "Uusimaa", "Helsinki", "00100", 60.17, 24.94), (1, "Pirkanmaa", "Tampere", "33100", 61.50, 23.76)]),
        ("FR", "fr", [(6, "Île-de-France", "Paris", "75001", 48.86, 2.35), (2, "Auvergne-Rhône-Alpes", "Lyon", "69001", 45.76, 4.84), (1, "Occitanie", "Toulouse", "31000", 43.60, 1.44)]),
        ("GB", "en-GB", [(7, "England", "London", "EC1A", 51.51, -0.13), (2, "England", "Manchester", "M1", 53.48, -2.24), (2, "Scotland", "Edinburgh", "EH1", 55.95, -3.19), (1, "England", "Bristol", "BS1", 51.45, -2.59)]),
        ("IE", "en-IE", [(3, "Leinster", "Dublin", "D01", 53.35, -6.26), (1, "Munster", "Cork", "T12", 51.90, -8.47)]),
        ("IN", "en-IN", [(5, "Karnataka", "Bengaluru", "560001", 12.97, 77.59), (3, "Maharashtra", "Mumbai", "400001", 19.08, 72.88), (3, "National Capital Territory of Delhi", "Delhi", "110001", 28.61, 77.21), (2, "Telangana", "Hyderabad", "500001", 17.39, 78.49)]),
        ("IT", "it", [(3, "Lombardy", "Milan", "20121", 45.46, 9.19), (3, "Lazio", "Rome", "00184", 41.90, 12.50), (1, "Piedmont", "Turin", "10121", 45.07, 7.69)]),
        ("JP", "ja", [(8, "Tokyo", "Tokyo", "100-0001", 35.68, 139.69), (4, "Osaka", "Osaka", "530-0001", 34.69, 135.50), (2, "Fukuoka", "Fukuoka", "810-0001", 33.59, 130.40), (2, "Hokkaido", "Sapporo", "060-0001", 43.06, 141.35), (2, "Kyoto", "Kyoto", "600-8001", 35.01, 135.77)]),
        ("KR", "ko", [(4, "Seoul", "Seoul", "04524", 37.57, 126.98), (1, "Busan", "Busan", "48058", 35.18, 129.08)]),
        ("MX", "es-MX", [(3, "Mexico City", "Mexico City", "06000", 19.43, -99.13), (1, "Jalisco", "Guadalajara", "44100", 20.67, -103.35)]),
        ("NL", "nl", [(4, "North Holland", "Amsterdam", "1012", 52.37, 4.90), (2, "South Holland", "Rotterdam", "3011", 51.92, 4.48), (1, "Utrecht", "Utrecht", "3511", 52.09, 5.12)]),
        ("NO", "nb", [(3, "Oslo", "Oslo", "0150", 59.91, 10.75), (1, "Vestland", "Bergen", "5003", 60.39, 5.32)]),
        ("NZ", "en-NZ", [(3, "Auckland", "Auckland", "1010", -36.85, 174.76), (1, "Wellington Region", "Wellington", "6011", -41.29, 174.78)]),
        ("PL", "pl", [(3, "Mazovia", "Warsaw", "00-001", 52.23, 21.01), (2, "Lesser Poland", "Kraków", "30-001", 50.06, 19.94)]),
        ("PT", "pt-PT", [(2, "Lisbon", "Lisbon", "1100", 38.72, -9.14), (1, "Porto", "Porto", "4000", 41.16, -8.63)]),
        ("SE", "sv", [(3, "Stockholm County", "Stockholm", "111 20", 59.33, 18.07), (1, "Västra Götaland County", "Gothenburg", "411 03", 57.71, 11.97)]),
        ("SG", "en-SG", [(1, "", "Singapore", "018956", 1.29, 103.85)]),
        ("TW", "zh-TW", [(1, "Taiwan", "Taipei", "100", 25.03, 121.57)]),
        ("US", "en-US", [(5, "New York", "New York", "10001", 40.71, -74.01), (4, "California", "San Francisco", "94103", 37.77, -122.42), (4, "California", "Los Angeles", "90012", 34.05, -118.24), (3, "Washington", "Seattle", "98101", 47.61, -122.33), (3, "Texas", "Austin", "78701", 30.27, -97.74), (3, "Illinois", "Chicago", "60601", 41.88, -87.63), (2, "Massachusetts", "Boston", "02108", 42.36, -71.06), (2, "Colorado", "Denver", "80202", 39.74, -104.99)]),
        ("ZA", "en-ZA", [(1, "Western Cape", "Cape Town", "8001", -33.92, 18.42), (1, "Gauteng", "Johannesburg", "2000", -26.20, 28.05)]),
    ];

    private static readonly Dictionary<string, Weighted<DemoPlace>> _byCountry = _table.ToDictionary(
        row => row.Country,
        row => new Weighted<DemoPlace>([.. row.Cities.Select(city => (city.Weight, new DemoPlace(
            row.Country, city.Region, city.City, city.PostalCode, city.Latitude, city.Longitude, row.Language)))]),
        StringComparer.Ordinal);

    /// <summary>The cities of a country that the table holds.</summary>
    public static Weighted<DemoPlace> In(string country) => _byCountry[country];
}
