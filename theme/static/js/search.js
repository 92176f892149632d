// The search: the words of texts, which items have those of a query, in lunr's order. The same rules as plugins/congbo/search
// and plugins/congbo/text/search_words.py, and one table of cases for both. Whoever uses it knows congboSearch and nothing else.
(function () {
  "use strict";
  const MOST = 200, AT_ONCE = 6;
  const FIELDS = { title: 6, summary: 2, text: 1 };
  const BARE = /[0-9]+(?:[.,][0-9]+)+|[\p{L}\p{N}]+(?:[\u0300-\u036f]+[\p{L}\p{N}]*)*/gu;
  const WORD = new RegExp("([-/\\u2010-\\u2013]?)(" + BARE.source + ")", "gu");
  const CHINESE = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const PART = new RegExp("[" + CHINESE + "]|[^" + CHINESE + "]+", "gu");
  const TONES = new Map("oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy"
    .split(" ").reduce((pairs, form, at, all) => at % 2 ? pairs : pairs.concat([[form, all[at + 1]]]), []));

  function remembered(work) {
    const known = new Map();
    return function (word) {
      let found = known.get(word);
      if (found === undefined) known.set(word, found = work(word));
      return found;
    };
  }

  const exactOf = remembered(word => word.toLowerCase().normalize("NFC").match(PART)
    .map(part => part.slice(0, -2) + (TONES.get(part.slice(-2)) || part.slice(-2))));

  const folded = remembered(function (word) {
    const plain = word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đð]/g, "d");
    return /^[a-z]{2,}[a-rt-z]s$/.test(plain) ? plain.slice(0, -1) : plain.replace(/^0+(?=[0-9]+$)/, "");
  });

  // The words of a text that is NFC: their exact forms, whether each is joined to the one before, and where it stands.
  function words(text) {
    const found = [];
    let end = -1, one;
    WORD.lastIndex = 0;
    while ((one = WORD.exec(text))) {
      const parts = exactOf(one[2]), start = one.index + one[1].length;
      let at = start;
      parts.forEach(function (exact, number) {
        const next = parts.length > 1 ? at + exact.length : start + one[2].length;
        found.push({ exact: exact, joined: number === 0 && one[1] !== "" && one.index === end, at: at, end: next });
        at = next;
      });
      end = start + one[2].length;
    }
    return found;
  }

  // ---- what a query asks for: see plugins/congbo/search/terms.py

  function termsOf(query) {
    const asked = words(Array.from(query).slice(0, MOST).join("").normalize("NFC")), found = new Map(), runs = [];
    const add = function (run, weight, needed) {
      [[run.map(folded), false, needed], [run, true, false]].forEach(function (form) {
        const name = (form[1] ? "=" : "") + form[0].join(" ");
        if (!found.has(name)) found.set(name, { name: name, words: form[0], exact: form[1], needed: form[2], weight: weight });
      });
    };
    asked.forEach(word => word.joined && runs.length ? runs[runs.length - 1].push(word.exact) : runs.push([word.exact]));
    runs.forEach(run => add(run, 1, true));
    asked.slice(1).forEach((word, at) => add([asked[at].exact, word.exact], 2, false));
    return Array.from(found.values());
  }

  // ---- what is searched: the words of each text as numbers, which are those of exact forms; PLAIN has the folded ones

  const NUMBERS = new Map(), PLAIN = [];

  function numberOf(exact) {
    let number = NUMBERS.get(exact);
    if (number === undefined) {
      NUMBERS.set(exact, number = PLAIN.length);
      const plain = folded(exact);
      PLAIN.push(number);
      PLAIN[number] = plain === exact ? number : numberOf(plain);
    }
    return number;
  }

  const numbersOf = remembered(word => exactOf(word).map(numberOf));

  function documentOf(entry) {
    const texts = [entry.title, entry.summary, entry.more + " " + entry.text].map(function (text) {
      const numbers = [];
      (text.normalize("NFC").match(BARE) || []).forEach(word => numbersOf(word).forEach(number => numbers.push(number)));
      return Int32Array.from(numbers);
    });
    return { entry: entry, texts: texts };
  }

  function firstsOf(terms) {
    const firsts = new Map();
    terms.forEach(function (term, number) {
      const sought = term.words.map(word => NUMBERS.has(word) ? NUMBERS.get(word) : -1);
      const key = sought[0] * 2 + (term.exact ? 1 : 0);
      if (sought.indexOf(-1) === -1) firsts.set(key, (firsts.get(key) || []).concat([[number, sought, term.exact]]));
    });
    return firsts;
  }

  function stands(text, at, sought, exact) {
    return sought.every((number, more) => number === (exact ? text[at + more] : PLAIN[text[at + more]]));
  }

  // How often each term stands in a text: number of the term -> times. Every exact term begins with a word of a folded one.
  function counted(text, firsts) {
    const times = new Map();
    for (let at = 0; at < text.length; at += 1) {
      const plain = firsts.get(PLAIN[text[at]] * 2);
      if (plain === undefined) continue;
      plain.concat(firsts.get(text[at] * 2 + 1) || []).forEach(function (one) {
        if (stands(text, at, one[1], one[2])) times.set(one[0], (times.get(one[0]) || 0) + 1);
      });
    }
    return times;
  }

  // ---- the order: see plugins/congbo/search/ranking.py

  function scores(documents, counts, terms) {
    const names = Object.keys(FIELDS), builder = new lunr.Builder();
    builder.ref("ref");
    names.forEach(name => builder.field(name, { boost: FIELDS[name] }));
    documents.forEach(function (one, number) {
      const texts = { ref: String(number) };
      names.forEach(function (name, field) {
        texts[name] = [];
        counts[number][field].forEach((times, term) => { while (times--) texts[name].push(terms[term].name); });
      });
      builder.add(texts);
      names.forEach((name, field) => { builder.fieldLengths[name + "/" + number] = one.texts[field].length; });
    });
    const found = builder.build().query(query =>
      terms.forEach(term => query.term(term.name, { boost: term.weight, usePipeline: false })));
    return new Map(found.map(one => [Number(one.ref), Math.floor(one.score * 1000 + 0.5) / 1000]));
  }

  // What was counted for the last query: of texts that were there then, nothing is counted twice.
  let known = new Map(), knownOf = "";

  function countedOf(documents, terms) {
    const firsts = firstsOf(terms), query = terms.map(term => term.name).join("\n");
    if (query !== knownOf) known = new Map();
    knownOf = query;
    return documents.map(function (one) {
      if (!known.has(one)) known.set(one, one.texts.map(text => counted(text, firsts)));
      return known.get(one);
    });
  }

  function found(documents, terms) {
    const needed = terms.map((term, number) => term.needed ? number : -1).filter(one => one >= 0);
    const counts = countedOf(documents, terms);
    const has = counts.map(fields => needed.filter(term => fields.some(times => times.has(term))).length);
    const most = has.reduce((a, b) => Math.max(a, b), 0);
    if (!most || most * 2 < needed.length) return { total: 0, results: [], partial: false };
    const scored = scores(documents, counts, terms);
    const chosen = documents.map((one, number) => ({ entry: one.entry, number: number, score: scored.get(number) }))
      .filter(one => has[one.number] === most)
      .sort((a, b) => b.score - a.score || a.number - b.number);
    const results = chosen.map(one => ({
      id: one.entry.id, url: one.entry.url, title: one.entry.title, score: one.score, entry: one.entry
    }));
    return { total: results.length, results: results, partial: most < needed.length };
  }

  // ---- the parts, fetched once each, the newest first, a few at a time

  const place = document.getElementById("tim-kiem");
  const names = place ? place.dataset.parts.split(" ").filter(Boolean) : [];
  const loaded = new Map();
  let loading = null, told = function () {};

  async function fetchNext(waiting) {
    while (waiting.length) {
      const name = waiting.shift(), answer = await fetch(place.dataset.folder + name + ".json");
      if (!answer.ok) throw new Error(name);
      loaded.set(name, (await answer.json()).map(documentOf));
      told();
    }
  }

  function load() {
    const waiting = names.filter(name => !loaded.has(name));
    const lines = Array.from({ length: Math.min(AT_ONCE, waiting.length) }, () => fetchNext(waiting));
    return Promise.all(lines).catch(function (error) {
      loading = null; // what is there stays; the next query asks for the rest again
      throw error;
    });
  }

  function now(query) {
    const documents = names.filter(name => loaded.has(name)).reduce((all, name) => all.concat(loaded.get(name)), []);
    const terms = termsOf(query);
    return documents.length && terms.length ? found(documents, terms) : { total: 0, results: [], partial: false };
  }

  // Searches a query: a promise of {total, results: [{id, url, title, score}]}, the best first. ``onPart`` is told of what was
  // found in what has come so far, and whether something is still to come.
  window.congboSearch = async function (query, onPart) {
    let next = 0;
    told = function () {
      const begun = Date.now();
      if (!onPart || loaded.size === names.length || begun < next) return;
      onPart(now(query));
      next = Date.now() + Math.max(400, 9 * (Date.now() - begun)); // a tenth of the time at most, so that it ends soon
    };
    if (!loading) loading = load();
    await loading;
    return now(query);
  };
  window.congboSearch.words = words;
  window.congboSearch.folded = folded;
  window.congboSearch.termsOf = termsOf;
})();
