// The cursor of a chart: follows the pointer and the arrow keys, and tells what the table says of that interval.
export function attach(root) {
  const plot = root.querySelector('.chart-plot');
  const [cursor, dot, tooltip] = ['cursor', 'dot', 'tooltip'].map(name => root.querySelector(`.chart-${name}`));
  const body = root.querySelector('tbody');
  const heads = root.querySelector('thead tr').cells;
  let index = -1;

  const rows = () => body.rows;
  const across = i => rows().length > 1 ? i / (rows().length - 1) : 0.5;
  const last = () => { let i = rows().length - 1; while (i > 0 && !rows()[i].dataset.y) i--; return i; };

  function hide() {
    index = -1;
    cursor.hidden = dot.hidden = tooltip.hidden = true;
  }

  function show(i) {
    const row = rows()[i];
    if (!row) { hide(); return; }
    index = i;
    const [value, previous, change] = [...row.cells].slice(1).map(cell => cell.textContent);
    const label = row.cells[0].firstChild.textContent;
    const note = row.querySelector('.chart-noted')?.textContent ?? '';
    const [first, strong, second, third] = tooltip.children;
    first.textContent = label;
    strong.textContent = `${value} ${heads[1].textContent.toLowerCase()}`;
    second.textContent = previous === undefined ? '' : change === '–' ? `${previous} before` : `${change} · ${previous} before`;
    third.textContent = note;
    const x = `${across(i) * 100}%`;
    cursor.style.left = dot.style.left = x;
    dot.style.bottom = `${Number(row.dataset.y) * 100}%`;
    cursor.hidden = tooltip.hidden = false;
    dot.hidden = !row.dataset.y;
    const room = plot.clientWidth - tooltip.offsetWidth;
    tooltip.style.left = `${Math.min(Math.max(across(i) * plot.clientWidth - tooltip.offsetWidth / 2, 0), Math.max(room, 0))}px`;
    // Below the point where it lies high, above it where it lies low.
    tooltip.style.top = Number(row.dataset.y) > 0.5 ? '58%' : '8%';
    plot.setAttribute('aria-valuenow', i + 1);
    plot.setAttribute('aria-valuetext', `${label}: ${value}${previous === undefined ? '' : `, ${previous} before`}${note && `. ${note}`}`);
  }

  const listeners = {
    pointermove: event => {
      const box = plot.getBoundingClientRect();
      const i = Math.round((event.clientX - box.left) / box.width * (rows().length - 1));
      show(Math.min(Math.max(i, 0), rows().length - 1));
    },
    pointerleave: () => { if (document.activeElement !== plot || !plot.matches(':focus-visible')) hide(); },
    focus: () => { if (plot.matches(':focus-visible')) show(index < 0 ? last() : index); },
    blur: hide,
    keydown: event => {
      const from = index < 0 ? last() : index;
      const to = { ArrowLeft: from - 1, ArrowDown: from - 1, ArrowRight: from + 1, ArrowUp: from + 1, Home: 0, End: rows().length - 1 }[event.key];
      if (event.key === 'Escape') hide();
      if (to === undefined) return;
      event.preventDefault();
      show(Math.min(Math.max(to, 0), rows().length - 1));
    },
  };
  for (const [name, listener] of Object.entries(listeners)) plot.addEventListener(name, listener);

  // New figures under an open tooltip.
  const observer = new MutationObserver(() => { if (index >= 0) show(Math.min(index, rows().length - 1)); });
  observer.observe(body, { childList: true, subtree: true, characterData: true });

  return {
    dispose() {
      observer.disconnect();
      for (const [name, listener] of Object.entries(listeners)) plot.removeEventListener(name, listener);
    },
  };
}
