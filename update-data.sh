#!/usr/bin/env bash
# Brings the data sets inside the program to their newest versions; docs/data-sets.md says what they are.
# Needs node and npm. Run the tests afterwards, and write the versions that it prints into docs/data-sets.md.
set -euo pipefail
app="$(cd "$(dirname "$0")" && pwd)/BlazorTracking.App"
visitors="$app/Features/Visitors"
map="$app/Features/Dashboard/Map/world-atlas"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fetch() {
  local file
  file=$(npm pack --silent "$1")
  mkdir "$2"
  tar -xzf "$file" -C "$2" --strip-components=1
  echo "$1 $(node -p "require('./$2/package.json').version")"
}

fetch uap-core uap-core
cp uap-core/regexes.yaml uap-core/LICENSE "$visitors/Agents/uap-core/"

fetch crawler-user-agents crawler-user-agents
cp crawler-user-agents/crawler-user-agents.json crawler-user-agents/LICENSE "$visitors/Bots/crawler-user-agents/"

fetch isbot isbot
cp isbot/LICENSE "$visitors/Bots/isbot/"
node --input-type=module \
  -e "import { list } from '$work/isbot/index.mjs'; process.stdout.write(JSON.stringify(list, null, 2) + '\n')" \
  > "$visitors/Bots/isbot/patterns.json"

fetch @ip-location-db/geo-whois-asn-country-mmdb country
cp country/geo-whois-asn-country.mmdb "$visitors/Geo/geo-whois-asn-country/"

npm install --silent --no-fund --no-audit world-atlas topojson-client topojson-simplify i18n-iso-countries
node "$map/make-map.mjs" node_modules > world.svg
cp world.svg "$app/wwwroot/map/"
cp node_modules/world-atlas/LICENSE* "$map/LICENSE"
echo "world-atlas $(node -p "require('./node_modules/world-atlas/package.json').version")"
