// Search within a published site: words are folded and looked up in shards, which are loaded as scripts, so that it
// also works from file://. The index is made by src/show/publish/searchIndex.ts; both fold words in the same way.
(() => {
  const place = document.querySelector('[data-static-search]');
  if (!place) return;
  const { root, none, searching, event: eventName, report: reportName } = place.dataset;
  const STROKES = { đ: 'd', ı: 'i', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', Đ: 'd', İ: 'i', Ł: 'l', Ø: 'o', Æ: 'ae' };
  const WORD = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+/gu;
  const MOST = 50;
  const waiting = new Map();
  let about = null;

  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${root}search/${name}.js`;
      script.onerror = () => reject(new Error(name));
      waiting.set(name, resolve);
      document.head.append(script);
    });
  }
  window.readoutSearch = {
    open: (value) => waiting.get('index')?.(value),
    words: (at, value) => waiting.get(`words-${at}`)?.(value),
    documents: (at, value) => waiting.get(`documents-${at}`)?.(value),
  };
  const loaded = new Map();
  const loadOnce = (name) => {
    if (!loaded.has(name)) loaded.set(name, load(name));
    return loaded.get(name);
  };

  function fold(text) {
    return text
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/[đĐıİłŁøØßæÆ]/g, (letter) => STROKES[letter] ?? letter)
      .normalize('NFC')
      .toLowerCase();
  }
  function wordsOf(text) {
    return [...fold(text).matchAll(WORD)].flatMap(([word]) => {
      const signs = [...word];
      if (!/\p{Script=Han}/u.test(word)) return [word];
      return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => signs[at] + sign);
    });
  }
  function shardOf(word) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0;
    return hash % about.shards;
  }
  async function numbersOf(word) {
    const shard = await loadOnce(`words-${shardOf(word)}`);
    let number = 0;
    return new Set((shard[`_${word}`] ?? []).map((step) => (number += step)));
  }
  async function documentOf(number) {
    const file = await loadOnce(`documents-${Math.floor(number / about.aFile)}`);
    return file[number % about.aFile];
  }

  /** What has every word; what has more of them in its title comes first, then the latest. */
  async function find(query) {
    const words = wordsOf(query);
    const sets = await Promise.all(words.map(numbersOf));
    const [first, ...others] = sets.sort((a, b) => a.size - b.size);
    const numbers = [...(first ?? [])].filter((number) => others.every((set) => set.has(number)));
    const found = await Promise.all(numbers.slice(0, 2000).map(documentOf));
    const score = ([, , title]) => {
      const titled = new Set(wordsOf(title));
      return words.filter((word) => titled.has(word)).length;
    };
    const scored = found.map((one) => ({ one, score: score(one) }));
    scored.sort((a, b) => b.score - a.score || (a.one[4] < b.one[4] ? 1 : -1));
    return { total: numbers.length, shown: scored.slice(0, MOST).map(({ one }) => one) };
  }

  function item([kind, file, title, language, day]) {
    const row = document.createElement('li');
    row.dataset.row = '';
    const tag = document.createElement('span');
    tag.className = 'tag';
    tag.textContent = kind === 'event' ? eventName : reportName;
    const link = document.createElement('a');
    link.href = root + file;
    link.textContent = title;
    if (language !== 'und') link.lang = language;
    const when = document.createElement('span');
    when.className = 'day';
    when.textContent = day;
    row.append(tag, ' ', link, ' ', when);
    return row;
  }

  async function run() {
    const query = (new URLSearchParams(location.search).get('q') ?? '').trim();
    if (query === '') {
      place.textContent = '';
      return;
    }
    for (const box of document.querySelectorAll('input[type=search]')) box.value = query;
    place.textContent = searching;
    about ??= await loadOnce('index');
    const { total, shown } = await find(query);
    const status = document.createElement('p');
    status.className = 'minor';
    status.setAttribute('role', 'status');
    status.textContent = total === 0 ? none : String(total);
    const list = document.createElement('ol');
    list.className = 'plain hits';
    list.append(...shown.map(item));
    place.replaceChildren(status, list);
  }
  run();
})();
