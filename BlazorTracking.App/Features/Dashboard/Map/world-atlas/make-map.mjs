// Makes the world map of the dashboard from world-atlas: a path a country, by its ISO 3166-1 alpha-2 code, projected and
// simplified, with the point where visits of the country appear. Run by update-data.sh:
// node make-map.mjs node_modules > world.svg
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const packages = resolve(process.argv[2]);
const require = createRequire(`${packages}/`);
const read = file => JSON.parse(readFileSync(join(packages, file), 'utf8'));
const { feature } = require('topojson-client');
const { presimplify, simplify } = require('topojson-simplify');

const WIDTH = 2000;
const TOLERANCE = 0.02; // Square degrees: a corner that adds less to a shape is left out.
const MIDDLE = 11; // Degrees east. The edge then runs through the Bering Strait, where it cuts no country in two.
const SMALLEST = 14; // Square units: a smaller piece of a country is left out, a smaller country is a dot.

const codes = new Map(read('i18n-iso-countries/codes.json').map(([alpha2, , numeric]) => [numeric, alpha2]));
const unnumbered = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };

// Parts of countries that have a code, and visitors, of their own: code, west, south, east, north.
const parts = {
  FR: [['GF', -55, 1, -51, 7], ['GP', -62, 15.7, -61, 16.6], ['MQ', -61.4, 14.3, -60.7, 15], ['RE', 55, -22, 56, -20], ['YT', 44.9, -13.2, 45.4, -12.5]],
  NO: [['SJ', -10, 70.6, 40, 82]],
  NL: [['BQ', -70, 11, -62, 18]],
};

// The Natural Earth projection (Šavrič, Patterson, Jenny 2011, as Flex Projector's polynomials). WorldMap has the same.
const FARTHEST = 0.8707 * Math.PI;
const scale = WIDTH / (2 * FARTHEST);
const NORTH = project0(0, 83.8)[1];
const SOUTH = project0(0, -56.5)[1];
const HEIGHT = Math.ceil((NORTH - SOUTH) * scale);

function project0(longitude, latitude) {
  const [lambda, phi] = [longitude * Math.PI / 180, latitude * Math.PI / 180];
  const p2 = phi * phi, p4 = p2 * p2;
  return [
    lambda * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))),
    phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))),
  ];
}

// A ring that lies over the edge goes on beyond it.
function project(ring) {
  const across = ring.map(([longitude]) => ((longitude - MIDDLE + 540) % 360) - 180);
  const isOverEdge = Math.max(...across) - Math.min(...across) > 180;
  return ring.map(([, latitude], i) => place(isOverEdge && across[i] < 0 ? across[i] + 360 : across[i], latitude));
}

function place(longitude, latitude) {
  const [x, y] = project0(longitude, latitude);
  return [Math.round((x + FARTHEST) * scale), Math.round((NORTH - y) * scale)];
}

function measure(ring) {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i < ring.length; i++) {
    const [[x0, y0], [x1, y1]] = [ring[i], ring[(i + 1) % ring.length]];
    const cross = x0 * y1 - x1 * y0;
    area += cross / 2;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { area: Math.abs(area), at: area === 0 ? ring[0] : [Math.round(x / (6 * area)), Math.round(y / (6 * area))] };
}

const withoutRepeats = ring => ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1][0] || y !== ring[i - 1][1]);

function path(ring) {
  let [fromX, fromY] = ring[0];
  let text = `M${fromX} ${fromY}l`;
  const steps = [];
  for (const [x, y] of ring.slice(1, -1)) {
    steps.push(`${x - fromX} ${y - fromY}`);
    [fromX, fromY] = [x, y];
  }
  return `${text}${steps.join(' ').replaceAll(' -', '-')}z`;
}

function codeOf(country, polygon) {
  const code = codes.get(country.id) ?? unnumbered[country.properties.name];
  const [longitude, latitude] = polygon[0][0];
  const part = (parts[code] ?? []).find(([, west, south, east, north]) => longitude >= west && longitude <= east && latitude >= south && latitude <= north);
  return part ? part[0] : code;
}

const topology = read('world-atlas/countries-50m.json');
const whole = new Map(feature(topology, topology.objects.countries).features.map(country => [country.properties.name, country]));
const world = simplify(presimplify(topology), TOLERANCE);
const countries = new Map();

for (const country of feature(world, world.objects.countries).features) {
  const polygons = shape => shape.geometry.type === 'Polygon' ? [shape.geometry.coordinates] : shape.geometry.coordinates;
  const exact = polygons(whole.get(country.properties.name));
  polygons(country).forEach((polygon, number) => {
    const code = codeOf(country, exact[number]);
    if (!code || code === 'AQ') return;
    const shape = countries.get(code) ?? { paths: [], largest: -1 };
    countries.set(code, shape);
    const outer = measure(project(exact[number][0]));
    if (outer.area > shape.largest) Object.assign(shape, { largest: outer.area, at: outer.at });
    if (outer.area >= SMALLEST) {
      for (const ring of polygon.map(line => withoutRepeats(project(line)))) {
        if (ring.length >= 4 && measure(ring).area >= SMALLEST / 2) shape.paths.push(path(ring));
      }
    }
  });
}

const dot = ([x, y]) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z`;
const lines = [...countries].sort(([one], [other]) => one < other ? -1 : 1).map(([code, { paths, at }]) =>
  `<path id="${code}" data-at="${at.join(' ')}" d="${paths.length > 0 ? paths.join('') : dot(at)}"/>`);
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<!-- Country shapes: Natural Earth, public domain, from world-atlas ${read('world-atlas/package.json').version}. Made by make-map.mjs. -->
${lines.join('\n')}
</svg>`);
