-- Many visitors, browsers, pages, referrers and campaigns, each visit with an id of its own as the tracking script gives it.
local browsers = {}
for version = 130, 155 do
  local chrome = version .. ".0.0.0"
  local rest = " AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" .. chrome
  browsers[#browsers + 1] = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)" .. rest .. " Safari/537.36"
  browsers[#browsers + 1] = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)" .. rest .. " Safari/537.36 Edg/" .. chrome
  browsers[#browsers + 1] = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)" .. rest .. " Safari/537.36"
  browsers[#browsers + 1] = "Mozilla/5.0 (Linux; Android 10; K)" .. rest .. " Mobile Safari/537.36"
  browsers[#browsers + 1] = "Mozilla/5.0 (X11; Linux x86_64; rv:" .. version .. ".0) Gecko/20100101 Firefox/" .. version .. ".0"
end

local referrers = { "", "https://www.google.com/", "https://news.ycombinator.com/item", "https://duckduckgo.com/", "https://example.org/links" }
local campaigns = { "", "", "", "?utm_source=newsletter&utm_medium=email&utm_campaign=spring", "?gclid=x" }
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

-- As Date.now().toString(36) writes it.
local function base36(number)
  local text = ""
  while number > 0 do
    local digit = number % 36
    text = string.sub("0123456789abcdefghijklmnopqrstuvwxyz", digit + 1, digit + 1) .. text
    number = (number - digit) / 36
  end
  return text
end

function init(args)
  math.randomseed(os.time() + number)
  sent = 0
end

function request()
  sent = sent + 1
  local headers = {
    ["Content-Type"] = "text/plain;charset=UTF-8",
    ["Origin"] = "https://example.com",
    ["Accept-Language"] = "en-GB,en;q=0.9",
    ["User-Agent"] = browsers[math.random(#browsers)],
  }
  local body = string.format(
    '{"id":"%s-%d%07d","url":"https://example.com/articles/%d%s","referrer":"%s","event":"PageLoad","width":%d,"language":"en-GB","properties":{}}',
    base36(os.time() * 1000), sent, math.random(9999999), math.random(2000), campaigns[math.random(#campaigns)], referrers[math.random(#referrers)], math.random(3) * 640)
  return wrk.format("POST", nil, headers, body)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
