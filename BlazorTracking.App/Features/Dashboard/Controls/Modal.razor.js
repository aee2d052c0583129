// Opens the dialog over the page. A press beside it closes it; when it is gone, the focus is back where it was.
export function open(dialog) {
  const opener = document.activeElement;
  dialog.addEventListener('pointerdown', event => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isInside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (event.target === dialog && !isInside) dialog.close();
  });
  if (!dialog.open) dialog.showModal();
  return {
    dispose() {
      if (opener?.isConnected && (document.activeElement === document.body || !document.activeElement)) opener.focus();
    },
  };
}
