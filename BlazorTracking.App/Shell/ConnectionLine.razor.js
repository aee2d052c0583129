// A lost connection is taken up again as soon as it can be; where the server has forgotten the page, it is loaded anew.
const line = document.getElementById('components-reconnect-modal');

async function reconnect() {
  removeEventListener('online', reconnect);
  document.removeEventListener('visibilitychange', reconnectWhenSeen);
  try {
    if (!(await Blazor.reconnect()) && !(await Blazor.resumeCircuit())) location.reload();
  } catch {
    waitForAnOccasion();
  }
}

function reconnectWhenSeen() {
  if (document.visibilityState === 'visible') reconnect();
}

function waitForAnOccasion() {
  addEventListener('online', reconnect);
  document.addEventListener('visibilitychange', reconnectWhenSeen);
}

line.addEventListener('components-reconnect-state-changed', event => {
  if (event.detail.state === 'failed') waitForAnOccasion();
  if (event.detail.state === 'rejected') location.reload();
});
line.addEventListener('click', event => {
  if (event.target.closest('[data-reconnect]')) reconnect();
});
