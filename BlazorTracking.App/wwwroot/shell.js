// What the header needs on every page, with or without a circuit. Listens on the document, so that it does not matter
// when Blazor replaces what is inside.
(() => {
  const root = document.documentElement;
  const systemTheme = () => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

  // The choice is remembered only where it differs from the system's, which is followed otherwise.
  function toggleTheme() {
    const theme = (root.dataset.theme || systemTheme()) === 'dark' ? 'light' : 'dark';
    const followsSystem = theme === systemTheme();
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `theme=${followsSystem ? '' : theme}; path=/; max-age=${followsSystem ? 0 : 31536000}; samesite=lax${secure}`;
    if (followsSystem) delete root.dataset.theme;
    else root.dataset.theme = theme;
  }

  // As with the theme: what the browser asks for anyway is not remembered.
  function chooseLanguage(code) {
    const isBrowsers = navigator.language.split('-')[0] === code;
    const secure = location.protocol === 'https:' ? '; secure' : '';
    const culture = encodeURIComponent(`c=${code}|uic=${code}`);
    document.cookie = `language=${isBrowsers ? '' : culture}; path=/; max-age=${isBrowsers ? 0 : 31536000}; samesite=lax${secure}`;
    location.reload();
  }

  function closeMenus(except) {
    for (const menu of document.querySelectorAll('details[data-menu][open]')) {
      if (menu !== except) menu.open = false;
    }
  }

  document.addEventListener('click', event => {
    if (event.target.closest('[data-toggle-theme]')) toggleTheme();
    const language = event.target.closest('[data-language]');
    if (language) chooseLanguage(language.dataset.language);
    closeMenus(event.target.closest('summary')?.parentElement);
  });

  document.addEventListener('keydown', event => {
    const menu = event.key === 'Escape' && document.querySelector('details[data-menu][open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  // Signing out ends the session of this page too, and its circuit would take it to the sign-in page before the answer to
  // the form takes it home.
  let isSigningOut = false;
  document.addEventListener('submit', event => {
    isSigningOut = event.target.matches('[data-sign-out]');
  });
  window.blazorTrackingSignIn = url => {
    if (!isSigningOut) location.href = url;
  };

  // Capturing, and in place of the link: with <base href="/"> it would lead to the home page.
  document.addEventListener('click', event => {
    if (!event.target.closest('.skip-link')) return;
    event.preventDefault();
    event.stopPropagation();
    const main = document.getElementById('main');
    main.focus();
    main.scrollIntoView();
  }, true);
})();

// Asked by the site form.
window.blazorTrackingTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? null;
