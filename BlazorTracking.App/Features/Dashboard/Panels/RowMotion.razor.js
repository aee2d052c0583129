// Rows that changed their place in a list of equally high rows glide there. Nothing is measured but one row's height, and
// nothing moves in a page that nobody sees, or for who asked for stillness.
const DURATION = 320;

export function attach(marker) {
  const stillness = matchMedia('(prefers-reduced-motion: reduce)');
  const places = new WeakMap();
  const lists = () => marker.parentElement.querySelectorAll('.breakdown ol');

  function remember(list, animate) {
    const rows = [...list.children];
    const height = animate ? rows[0]?.offsetHeight ?? 0 : 0;
    rows.forEach((row, place) => {
      const before = places.get(row);
      places.set(row, place);
      if (animate && before !== undefined && before !== place) {
        row.animate([{ transform: `translateY(${(before - place) * height}px)` }, { transform: 'none' }], { duration: DURATION, easing: 'cubic-bezier(.2, 0, 0, 1)' });
      }
    });
  }

  const observer = new MutationObserver(changes => {
    const changed = new Set(changes.map(change => change.target).filter(target => target.matches?.('.breakdown ol')));
    for (const list of changed) remember(list, !document.hidden && !stillness.matches);
    if (changed.size === 0) for (const list of lists()) if (!places.has(list.firstElementChild ?? list)) remember(list, false);
  });

  for (const list of lists()) remember(list, false);
  observer.observe(marker.parentElement, { childList: true, subtree: true });
  return { dispose() { observer.disconnect(); } };
}
