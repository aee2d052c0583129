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

-- Lua's own clock counts seconds; ids that begin with the same time lie anywhere among those of a whole second.
local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds; long microseconds; } moment; int gettimeofday(moment *now, void *zone);")
local clock = ffi.new("moment")

local function milliseconds()
  ffi.C.gettimeofday(clock, nil)
  return tonumber(clock.seconds) * 1000 + math.floor(tonumber(clock.microseconds) / 1000)
end

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

-- Each thread's requests are written beforehand, with a gap of fixed length for the id: what the load generator takes
-- of the processor is missing to the server.
local templates = {}
local millisecond, time = 0, ""

function init(args)
  math.randomseed(os.time() + number)
  sent = 0
  local gap = string.rep("#", 24)
  for i = 1, 4000 do
    local headers = {
      ["Content-Type"] = "text/plain;charset=UTF-8",
      ["Origin"] = "https://example.com",
      ["Accept-Language"] = "en-GB,en;q=0.9",
      ["User-Agent"] = browsers[math.random(#browsers)],
    }
    local body = string.format(
      '{"id":"%s","url":"https://example.com/articles/%d%s","referrer":"%s","event":"PageLoad","width":%d,"language":"en-GB","properties":{}}',
      gap, math.random(2000), campaigns[math.random(#campaigns)], referrers[math.random(#referrers)], math.random(3) * 640)
    local request = wrk.format("POST", nil, headers, body)
    local from, to = string.find(request, gap, 1, true)
    templates[i] = { string.sub(request, 1, from - 1), string.sub(request, to + 1) }
  end
end

function request()
  sent = sent + 1
  local now = milliseconds()
  if now ~= millisecond then
    millisecond, time = now, base36(now)
  end
  local template = templates[math.random(#templates)]
  return template[1] .. string.format("%s-%08d%07d", time, sent, math.random(9999999)) .. template[2]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
