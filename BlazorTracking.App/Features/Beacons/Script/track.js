// The tracking script: <script defer src="https://HOST/track.js" data-site="ID"></script>
// What it does and its options are told in docs/tracking-script.md.
//
// It is served without its comments and spare spaces (ScriptText), so a comment stands on lines of its own, every
// statement ends with a semicolon, and no string or pattern holds two spaces or a line break.
(() => {
  // A module has no currentScript.
  const script = document.currentScript || document.querySelector('[data-site][src*="track.js"]');
  const options = script.dataset;
  const endpoint = script.src.replace(/[^/]*(\?.*)?$/, 'sites/' + options.site + '/visit');

  // What stands there already: nothing, the page's stub with the calls made so far, or the function that another
  // snippet has set, be it for another site or for this one.
  const { q: queue = [], sites = {} } = window.blazorTracking || {};

  // The address that was counted last, and the one before it.
  let page, referrer;

  const address = () => location.href.replace('hash' in options ? '' : /#.*/, '').slice(0, 2e3);

  // The answer tells whether the visit was stored. While the server cannot store it or cannot be reached, the same
  // visit is sent again after 1, 4, 16 and 64 seconds, each lengthened at random by up to double, so that the visitors
  // of a server that comes back do not return all at once. The last try goes the way of a browser without fetch: as a
  // beacon or an image, which the page's content policy may allow where it forbids fetch.
  const send = (visit, attempt) => {
    const body = JSON.stringify(visit);
    const again = () => setTimeout(send, (1e3 << attempt * 2) * (1 + Math.random()), visit, attempt + 1);
    if (window.fetch && attempt < 4) {
      // A text goes as text/plain, which needs no preflight.
      fetch(endpoint, { method: 'POST', body, credentials: 'omit', keepalive: true }).then(response => {
        if (response.status == 503) again();
      }, again);
    } else if (!navigator.sendBeacon || !navigator.sendBeacon(endpoint, body)) {
      visit.properties = JSON.stringify(visit.properties);
      new Image().src = endpoint + '?' + new URLSearchParams(visit);
    }
  };

  // The server stores an id once. It leads with the time, so that ids made together lie together in an index.
  let track = (event, properties = {}) => send({
    id: Date.now().toString(36) + '-' + Math.random().toString(36).slice(2),
    url: address(),
    referrer: (referrer || document.referrer).slice(0, 2e3),
    event,
    width: screen.width,
    language: navigator.language,
    properties
  }, 0);

  // Counts the page once it is seen: not yet in a tab opened in the background or a page rendered ahead, and once more
  // when it comes back from the browser's back/forward cache.
  let view = event => {
    if (event && event.persisted) page = 0;
    if (address() != page && !document.hidden) {
      referrer = page;
      page = address();
      track('PageLoad');
    }
  };

  if (sites[endpoint]) return;
  if (!('local' in options) && /^$|^127\.|^\[::1]$|localhost$/.test(location.hostname) ||
    'respectDnt' in options && (navigator.globalPrivacyControl || navigator.doNotTrack == 1)) {
    track = view = () => {};
  }

  sites[endpoint] = track;
  window.blazorTracking = (event, properties) => {
    for (const site in sites) sites[site](event, properties);
  };
  Object.assign(blazorTracking, { q: queue, sites });

  ['pushState', 'replaceState'].forEach(name => {
    const change = history[name];
    history[name] = (...args) => {
      change.apply(history, args);
      view();
    };
  });
  ['popstate', 'pageshow', 'visibilitychange'].forEach(name => addEventListener(name, view));

  view();
  queue.forEach(call => track(...call));
})();
