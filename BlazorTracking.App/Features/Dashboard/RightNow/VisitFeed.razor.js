// Writes how long ago each visit was, once a second, by the server's clock.
export function attach(root) {
  const ahead = Date.now() - Number(root.dataset.now);

  function age(seconds) {
    if (seconds < 2) return root.dataset.justNow;
    if (seconds < 60) return `${seconds} s`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
    if (seconds < 86400) return `${Math.floor(seconds / 3600)} h`;
    return `${Math.floor(seconds / 86400)} d`;
  }

  function write() {
    for (const time of root.querySelectorAll('time')) {
      const text = age(Math.max(0, Math.floor((Date.now() - ahead - Number(time.dataset.at)) / 1000)));
      if (time.textContent !== text) time.textContent = text;
    }
  }

  write();
  const timer = setInterval(write, 1000);
  const observer = new MutationObserver(changes => {
    if (changes.some(change => change.target === root || change.type === 'attributes')) write();
  });
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-at'] });
  return { dispose() { clearInterval(timer); observer.disconnect(); } };
}
