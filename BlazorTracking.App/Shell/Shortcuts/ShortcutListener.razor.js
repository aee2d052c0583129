// Keys that do something on the page, unless somebody types, a dialog is open or the focused element uses them itself.
const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const moving = '[role=slider], [role=grid], [role=listbox], [role=menu], [role=tablist], [role=region][tabindex]';

export function listen(listener) {
  let keys = new Set();

  function press(event) {
    if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const isLetter = /^[a-z]$/i.test(event.key);
    const key = isLetter ? event.key.toLowerCase() : event.key;
    if (!keys.has(key) || (isLetter && event.shiftKey) || target.closest(typing) || document.querySelector('.mud-dialog, dialog[open]')) return;
    if (key.startsWith('Arrow') && target.closest(moving)) return;
    event.preventDefault();
    listener.invokeMethodAsync('PressAsync', key);
  }

  document.addEventListener('keydown', press);
  return {
    set(all) { keys = new Set(all); },
    dispose() { document.removeEventListener('keydown', press); },
  };
}
