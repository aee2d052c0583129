// Draws the countries' shapes, colours those with visitors, and makes each of them a link: one stop for the Tab key, then
// arrow keys from the most visited to the least. A country lights up when a visit of it arrives.
const SVG = 'http://www.w3.org/2000/svg';
const MOST_LIGHTS = 12;

export async function attach(root) {
  const tip = root.querySelector('.map-tip');
  const countries = new Map();
  let svg, order = [];

  try {
    const text = await (await fetch(root.dataset.shapes)).text();
    svg = document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
  } catch {
    root.querySelector('.map-failed').hidden = false;
    return { draw() {}, light() {}, dispose() {} };
  }

  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', root.dataset.label);
  for (const path of svg.querySelectorAll('path')) {
    countries.set(path.id, { path, at: path.dataset.at.split(' ').map(Number) });
    path.removeAttribute('id');
  }
  root.prepend(svg);

  // Where a point of the drawing is in the element, in pixels.
  function place([x, y]) {
    const box = root.getBoundingClientRect();
    const map = svg.getBoundingClientRect();
    const { width, height } = svg.viewBox.baseVal;
    const scale = Math.min(map.width / width, map.height / height);
    return {
      x: map.left - box.left + (map.width - width * scale) / 2 + x * scale,
      y: map.top - box.top + (map.height - height * scale) / 2 + y * scale,
    };
  }

  function showTip(country) {
    tip.querySelector('b').textContent = country.name;
    tip.querySelector('span').textContent = country.figures;
    tip.hidden = false;
    const { x, y } = place(country.at);
    const shape = country.path.getBoundingClientRect();
    tip.style.left = `${Math.min(Math.max(x, tip.offsetWidth / 2), root.clientWidth - tip.offsetWidth / 2)}px`;
    tip.style.top = `${Math.max(y - Math.min(shape.height / 2, 24), tip.offsetHeight - 8)}px`;
  }

  const of = event => event.target.closest?.('a') && countries.get(event.target.closest('a').dataset.code);
  const show = event => { const country = of(event); if (country) showTip(country); else tip.hidden = true; };
  const hide = () => { tip.hidden = true; };

  function move(event) {
    const country = of(event);
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -order.length, End: order.length };
    if (!country || !(event.key in steps)) return;
    event.preventDefault();
    const next = order[Math.min(Math.max(order.indexOf(country) + steps[event.key], 0), order.length - 1)];
    for (const other of order) other.link.tabIndex = other === next ? 0 : -1;
    next.link.focus();
  }

  svg.addEventListener('pointerover', show);
  svg.addEventListener('pointerleave', hide);
  svg.addEventListener('focusin', show);
  svg.addEventListener('focusout', hide);
  svg.addEventListener('keydown', move);

  function draw(changed, gone) {
    for (const code of gone) {
      const country = countries.get(code);
      if (!country?.link) continue;
      country.link.replaceWith(country.path);
      country.path.removeAttribute('class');
      country.link = null;
    }

    for (const { code, name, figures, step, count, href, isSelected } of changed) {
      const country = countries.get(code);
      if (!country) continue;
      if (!country.link) {
        country.link = document.createElementNS(SVG, 'a');
        country.link.dataset.code = code;
        country.path.replaceWith(country.link);
        country.link.append(country.path);
      }
      Object.assign(country, { name, figures, step, count });
      country.link.setAttribute('href', href);
      country.link.setAttribute('aria-label', `${name}: ${figures}`);
      if (isSelected) country.link.setAttribute('aria-current', 'true');
      else country.link.removeAttribute('aria-current');
      country.path.setAttribute('class', `map-step-${step}`);
    }

    const stop = order.find(country => country.link?.tabIndex === 0);
    order = [...countries.values()].filter(country => country.link).sort((one, other) => other.count - one.count);
    for (const country of order) country.link.tabIndex = country === (stop ?? order[0]) ? 0 : -1;
  }

  // Elements of their own above the drawing: while they fade, no country is drawn again.
  function light(codes) {
    if (document.hidden) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const code of codes) {
      const country = countries.get(code);
      if (!country || root.querySelectorAll('.map-light').length >= MOST_LIGHTS) continue;
      const light = document.createElement('span');
      light.className = 'map-light';
      light.setAttribute('aria-hidden', 'true');
      const { x, y } = place(country.at);
      light.style.left = `${x}px`;
      light.style.top = `${y}px`;
      root.append(light);
      const frames = isStill
        ? [{ opacity: 1 }, { opacity: 1 }]
        : [{ opacity: 1, transform: 'scale(.5)' }, { opacity: 1, transform: 'none', offset: .3 }, { opacity: 0, transform: 'none' }];
      light.animate(frames, { duration: 1600, easing: 'ease-out' }).finished.then(() => light.remove(), () => light.remove());
    }
  }

  return { draw, light, dispose() { svg.remove(); } };
}
