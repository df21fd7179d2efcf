// Makes the pages quicker to use; they work without it. One file, no dependency, runs from file:// as well.
(() => {
  const root = document.documentElement;
  const THEME = 'readout-theme';

  /** The reader's choice before anything is drawn; a browser that keeps nothing follows the system. */
  const stored = () => {
    try {
      return localStorage.getItem(THEME);
    } catch {
      return null;
    }
  };
  const chosen = stored();
  if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;

  function switchTheme() {
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    try {
      localStorage.setItem(THEME, root.dataset.theme);
    } catch {
      // The choice then lasts as long as the page.
    }
  }

  const rows = () => [...document.querySelectorAll('[data-row]')].filter((row) => row.checkVisibility?.() ?? true);

  /** Moves to the next row, or the one before, and puts the focus on what it leads to. */
  function moveTo(step) {
    const all = rows();
    if (all.length === 0) return;
    const now = all.findIndex((row) => row.classList.contains('current'));
    const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, now + step));
    all[now]?.classList.remove('current');
    const row = all[next];
    row.classList.add('current');
    const target = row.querySelector('a[href], summary, button');
    if (target) target.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }

  const home = () => document.querySelector('.brand')?.click();
  const events = () => document.querySelector('.top nav a')?.click();
  const help = () => document.getElementById('keys')?.showModal();
  const search = () => {
    const box = document.querySelector('[data-search]');
    box?.focus();
    box?.select();
  };
  const KEYS = { '/': search, j: () => moveTo(1), k: () => moveTo(-1), '?': help, t: switchTheme };
  const AFTER_G = { h: home, e: events };
  let afterG = false;

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape' && typing) typing.blur();
    if (typing || document.querySelector('dialog[open]')) return;
    const action = (afterG && AFTER_G[event.key]) || KEYS[event.key];
    afterG = event.key === 'g';
    if (!action) return;
    event.preventDefault();
    action();
  }

  /** Puts the values of a form's path fields into its address. */
  function onTry(event) {
    const form = event.target.closest?.('form[data-try]');
    if (!form) return;
    let path = form.dataset.try;
    for (const field of form.querySelectorAll('[data-path]'))
      path = path.replace(`{${field.dataset.path}}`, encodeURIComponent(field.value));
    form.action = path;
    for (const field of form.querySelectorAll('input[name]')) field.disabled = field.value === '';
    setTimeout(() => {
      for (const field of form.querySelectorAll('input[name]')) field.disabled = false;
    });
  }

  function ready() {
    const button = document.querySelector('[data-theme-button]');
    if (button) {
      button.hidden = false;
      button.addEventListener('click', switchTheme);
    }
    for (const hint of document.querySelectorAll('[data-keys-hint]')) hint.hidden = false;
    document.addEventListener('keydown', onKey);
    document.addEventListener('submit', onTry);
    const narrow = matchMedia('(max-width: 60rem)').matches;
    for (const panel of document.querySelectorAll('details[data-facets]')) panel.open = !narrow;
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
  else ready();
})();
