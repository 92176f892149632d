// A register of documents, filtered: by number or words, by facets, by state as of a day. The page has links for all of it; this
// searches the register's data, fills the same table with what it finds, and keeps what was asked in the address.
(function () {
  "use strict";
  const AT_A_TIME = 50;
  const FACETS = ["field", "year", "issuer", "form"];

  // "07/2011/QĐ-UBND" -> 7, 2011, qd, ubnd: no marks, no zeros before a number, whatever stands between.
  function tokens(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[\u0110\u0111\u00d0\u00f0]/g, "d").toLowerCase()
      .split(/[\s/.,;:()"'\u2018-\u201f\u2010-\u2015-]+/).filter(Boolean)
      .map(function (word) { return word.replace(/^0+(?=\d)/, ""); });
  }

  // How well a document fits what was typed: 0 not at all, 1 by its title, 2 by its number, 3 by the number that it begins with.
  function fit(words, document_) {
    const number = tokens(document_.number || "");
    const near = number.concat(document_.year || "");
    const title = tokens(document_.title);
    function meets(word, all) {
      if (/^\d/.test(word)) return all.includes(word);
      return all.some(function (one) { return one.startsWith(word) || (/[^a-z0-9]/.test(word) && one.includes(word)); });
    }
    if (!words.every(function (word) { return meets(word, near) || meets(word, title); })) return 0;
    if (words.length && words[0] === number[0] && words.every(function (word) { return meets(word, near); })) return 3;
    return words.every(function (word) { return meets(word, near); }) ? 2 : 1;
  }

  // The same as state_on in facts/effect.py: a table of cases holds both to it. Days are ISO.
  function stateOn(document_, day) {
    if (!document_.from) return "";
    if (document_.until && document_.until <= day) return "het_hieu_luc";
    if (day < document_.from) return "chua_hieu_luc";
    if (["het_hieu_luc_mot_phan", "het_hieu_luc"].includes(document_.declared)) return document_.declared;
    return document_.partly && document_.partly <= day ? "het_hieu_luc_mot_phan" : "con_hieu_luc";
  }

  // What was asked -> the documents that fit, the best first; of those that fit alike, in the order of the data.
  function found(documents, asked, day) {
    const words = tokens(asked.tu || "");
    return documents.map(function (one) { return [fit(words, one), one]; })
      .filter(function (pair) {
        const fits = FACETS.every(function (name) { return !asked[name] || String(pair[1][name]) === asked[name]; });
        return pair[0] && fits && (!asked.state || stateOn(pair[1], day) === asked.state);
      })
      .sort(function (a, b) { return b[0] - a[0]; })
      .map(function (pair) { return pair[1]; });
  }

  if (typeof module === "object") {
    module.exports = { tokens: tokens, stateOn: stateOn, found: found };
    return;
  }
  const form = document.getElementById("tra-cuu");
  // A page from a disk may not read other files: there the links do it all.
  if (!form || location.protocol === "file:") return;

  function part(name) { return document.querySelector("[data-register=" + name + "]"); }
  const said = part("said"), results = part("results"), more = part("more");
  const caption = results.querySelector("caption"), body = results.querySelector("tbody");
  const before = { caption: caption.textContent, rows: Array.from(body.children), hidden: results.hidden };
  const files = form.dataset.files.split(" ").filter(Boolean);
  const read = new Map();
  let turn = 0, shown = 0, documents = [];

  function load(file) {
    if (!read.has(file)) {
      read.set(file, fetch(form.dataset.root + file).then(function (answer) {
        if (!answer.ok) throw new Error(file);
        return answer.json();
      }).then(function (data) { return data.documents; }));
      read.get(file).catch(function () { read.delete(file); });
    }
    return read.get(file);
  }

  function asked() {
    const values = {};
    new FormData(form).forEach(function (value, name) { if (value.trim()) values[name] = value.trim(); });
    return values;
  }

  function row(one, day) {
    const made = part("row").content.firstElementChild.cloneNode(true);
    const cells = made.children, link = made.querySelector("a"), time = made.querySelector("time");
    cells[0].firstElementChild.textContent = one.number || form.dataset.noNumber;
    link.textContent = one.title;
    link.href = form.dataset.root + one.url;
    const issuer = form.elements.issuer ? Array.from(form.elements.issuer.options).find(function (option) {
      return option.value && option.value === one.issuer;
    }) : null;
    cells[2].firstElementChild.textContent = issuer ? issuer.textContent : "";
    time.dateTime = one.issued;
    time.textContent = one.day;
    const state = stateOn(one, day);
    if (state) cells[4].firstElementChild.replaceChildren(part(state).content.cloneNode(true));
    return made;
  }

  function today() {
    return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  }

  function show(day) {
    const next = documents.slice(shown, shown + AT_A_TIME);
    next.forEach(function (one) { body.append(row(one, day)); });
    shown += next.length;
    more.hidden = shown >= documents.length;
  }

  function tell(text) {
    said.textContent = text;
    caption.textContent = text || before.caption;
    caption.classList.toggle("vh", Boolean(text) || before.hidden);
  }

  function run() {
    const values = asked(), mine = turn += 1;
    const query = new URLSearchParams(values).toString();
    history.replaceState(null, "", query ? "?" + query : location.pathname);
    if (!query) {
      body.replaceChildren.apply(body, before.rows);
      results.hidden = before.hidden;
      more.hidden = true;
      tell("");
      return;
    }
    const wanted = files.filter(function (file) { return !values.year || file.includes("/du-lieu/" + values.year); });
    Promise.all(wanted.map(load)).then(function (parts) {
      if (mine !== turn) return;
      const day = values.day || today();
      documents = found([].concat.apply([], parts), values, day);
      shown = 0;
      body.replaceChildren();
      show(day);
      results.hidden = false;
      const count = documents.length;
      const words = count === 0 ? form.dataset.none : count === 1 ? form.dataset.one : form.dataset.found;
      tell(words.replace("{count}", String(count)));
    }, function () { if (mine === turn) tell(form.dataset.failed); });
  }

  let waiting = 0;
  function soon() { clearTimeout(waiting); waiting = setTimeout(run, 200); }
  form.addEventListener("input", soon);
  form.addEventListener("reset", soon);
  form.addEventListener("submit", function (event) { event.preventDefault(); run(); });
  more.addEventListener("click", function () {
    const first = body.children.length;
    show(asked().day || today());
    body.children[first].querySelector("a").focus();
  });
  new URLSearchParams(location.search).forEach(function (value, name) {
    if (form.elements[name]) form.elements[name].value = value;
  });
  form.hidden = false;
  if (Object.keys(asked()).length) run();
})();
