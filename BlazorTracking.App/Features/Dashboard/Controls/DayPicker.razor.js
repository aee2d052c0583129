// In a month of days the arrow keys go from day to day, Page Up and Page Down from month to month.
const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const turns = { PageUp: '-1', PageDown: '1' };

export function attach(root) {
  let hasTurned = false;
  root.addEventListener('keydown', event => {
    const day = event.target.closest('.day');
    if (!day || (!(event.key in steps) && !(event.key in turns))) return;
    event.preventDefault();
    if (event.key in turns) {
      hasTurned = true;
      root.querySelector(`[data-step="${turns[event.key]}"]`).click();
      return;
    }
    const days = [...root.querySelectorAll('.day:not(:disabled)')];
    days[days.indexOf(day) + steps[event.key]]?.focus();
  });

  // The day that had the focus is gone with its month.
  new MutationObserver(() => {
    if (hasTurned) root.querySelector('.day[tabindex="0"]')?.focus();
    hasTurned = false;
  }).observe(root.querySelector('.days-grid'), { childList: true });
}
