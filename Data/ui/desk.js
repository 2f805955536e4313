// The desk's script: keys, suggestions, words and facts that light up together. Pages work without it.
(() => {
  'use strict';
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const rtl = document.documentElement.dir === 'rtl';

  // A fact and its words: to look at one shows the other.
  const other = new Map();
  for (const fact of all('.fact')) {
    const mark = $('a[href^="#"]', fact);
    const place = mark && document.getElementById(mark.getAttribute('href').slice(1));
    if (place) { other.set(fact, place); other.set(place, fact); }
  }
  const light = (from, on) => {
    const to = other.get(from);
    for (const one of [from, to]) one?.classList.toggle('hot', on);
  };
  for (const one of other.keys()) {
    for (const [event, on] of [['pointerenter', true], ['pointerleave', false], ['focusin', true], ['focusout', false]]) {
      one.addEventListener(event, () => light(one, on));
    }
  }

  // Rows: one key on, one key back, one to open.
  const rows = all('.rows tbody tr[data-href], .chg, .hit, .note, .say, .fact');
  let at = -1;
  const go = step => {
    if (!rows.length) return;
    rows[at]?.removeAttribute('data-on');
    at = Math.min(rows.length - 1, Math.max(0, at + step));
    rows[at].setAttribute('data-on', '');
    rows[at].scrollIntoView({ block: 'center' });
  };
  const target = row => row?.dataset.href || $('a[href]', row)?.getAttribute('href');

  const follow = selector => { const link = $(selector); if (link) location.href = link.href; return Boolean(link); };
  const dialog = $('#keys');
  const digit = key => { const note = document.getElementById('r' + key); if (note) { location.hash = 'r' + key; } return Boolean(note); };
  const keys = {
    '/': () => { $('#q, #find')?.focus(); return true; },
    j: () => { go(1); return true; },
    k: () => { go(-1); return true; },
    Enter: () => { const href = at >= 0 && target(rows[at]); if (href) location.href = href; return Boolean(href); },
    e: () => { const note = $('.marg .note, .tx'); note?.scrollIntoView({ block: 'center' }); return Boolean(note); },
    f: () => { const field = $('#filters input:not([type=hidden])'); if (!field) return false; location.hash = 'filters'; field.focus(); return true; },
    d: () => follow('#density'),
    w: () => { const why = $('#why'); if (why) location.hash = 'why'; return Boolean(why); },
    ArrowLeft: () => follow(`[data-time=${rtl ? 'later' : 'earlier'}]`),
    ArrowRight: () => follow(`[data-time=${rtl ? 'earlier' : 'later'}]`),
    '?': () => { dialog?.showModal(); return true; },
  };
  addEventListener('keydown', event => {
    const field = event.target.closest?.('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape' && field) { field.blur(); return; }
    if (field || event.ctrlKey || event.metaKey || event.altKey || dialog?.open) return;
    if (event.key === 'Enter' && event.target !== document.body && event.target.closest?.('a, button')) return;
    // In a drawing that scrolls the arrows scroll.
    if (event.key.startsWith('Arrow') && event.target.closest?.('.fig')) return;
    // On an Arabic keyboard the keys have other letters, and the same places.
    const place = { Slash: event.shiftKey ? '?' : '/' }[event.code] || (/^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : /^Digit[1-9]$/.test(event.code) ? event.code[5] : '');
    const key = keys[event.key] || /^[1-9]$/.test(event.key) ? event.key : place;
    const act = keys[key] || (/^[1-9]$/.test(key) && (() => digit(key)));
    if (act && act()) event.preventDefault();
  });

  // Names as one types.
  for (const field of all('input[data-suggest]')) {
    let list, timer, chosen = -1, asked = '';
    const close = () => { list?.remove(); list = undefined; chosen = -1; field.setAttribute('aria-expanded', 'false'); };
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-expanded', 'false');
    const pick = option => {
      field.value = option.dataset.name;
      close();
      if (field.form.dataset.wait === undefined && field.name !== 'with') field.form.requestSubmit();
    };
    const show = names => {
      close();
      if (!names.length || document.activeElement !== field) return;
      list = document.createElement('div');
      list.className = 'sug';
      list.id = 'sug-' + field.id + field.name;
      list.setAttribute('role', 'listbox');
      list.setAttribute('aria-label', field.placeholder || field.name);
      field.setAttribute('aria-controls', list.id);
      field.setAttribute('aria-expanded', 'true');
      names.forEach((name, index) => {
        const option = document.createElement('div');
        option.setAttribute('role', 'option');
        option.id = list.id + index;
        option.dataset.name = name.name;
        const word = document.createElement('bdi');
        word.textContent = name.name;
        const count = document.createElement('span');
        count.textContent = name.contacts;
        option.append(word, count);
        option.addEventListener('pointerdown', event => { event.preventDefault(); pick(option); });
        list.append(option);
      });
      field.parentElement.append(list);
    };
    const ask = async () => {
      const words = field.value.trim();
      if (words.length < 2 || words.length > 60 || /[؟?]/.test(words)) { close(); return; }
      asked = words;
      try {
        const answer = await fetch(field.dataset.suggest + '?q=' + encodeURIComponent(words));
        const names = answer.ok ? await answer.json() : [];
        if (asked === words) show(names);
      } catch { close(); }
    };
    field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    field.addEventListener('blur', close);
    field.addEventListener('keydown', event => {
      if (!list) return;
      const options = all('[role=option]', list);
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        options[chosen]?.removeAttribute('aria-selected');
        chosen = (chosen + (event.key === 'ArrowDown' ? 1 : options.length)) % options.length;
        if (event.key === 'ArrowUp' && chosen < 0) chosen = options.length - 1;
        options[chosen].setAttribute('aria-selected', 'true');
        field.setAttribute('aria-activedescendant', options[chosen].id);
        event.preventDefault();
      } else if (event.key === 'Enter' && chosen >= 0) {
        event.preventDefault();
        pick(options[chosen]);
      } else if (event.key === 'Escape') {
        close();
        event.preventDefault();
        event.stopPropagation();
      }
    });
  }
})();
