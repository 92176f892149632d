// The page that searches: a query from the address or the box to results, made of text alone, never of HTML.
(function () {
  "use strict";
  const place = document.getElementById("tim-kiem");
  const form = place.querySelector("form"), list = place.querySelector(".found"), status = place.querySelector("[role=status]");
  const advice = place.querySelector(".advice"), more = place.querySelector(".btns button"), title = document.title;
  const search = window.congboSearch, AT_ONCE = 20, MOST = 200, BEFORE = 50, LONG = 260;
  place.querySelector(".no-script").hidden = true;
  let asked = 0, results = [], sought = new Set();

  function element(name, text, kind) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  function say(word, total, query) {
    return place.dataset[word].replace("{total}", String(total)).replace("{query}", () => query);
  }

  function hits(text) {
    return search.words(text).filter(word => sought.has(search.folded(word.exact)));
  }

  // Puts a text into an element, the words that were asked for as marks.
  function marked(parent, text) {
    let at = 0;
    hits(text).forEach(function (word) {
      parent.append(text.slice(at, word.at), element("mark", text.slice(word.at, word.end)));
      at = word.end;
    });
    parent.append(text.slice(at));
    return parent;
  }

  function different(text) {
    return new Set(hits(text).map(word => search.folded(word.exact))).size;
  }

  // A passage of a text around the words that were asked for, where most of them stand close together.
  function passage(text) {
    const found = hits(text);
    let best = 0, first = found.length ? found[0].at : 0;
    found.forEach(function (word, number) {
      const near = found.slice(number, number + 12).filter(other => other.at < word.at + LONG - BEFORE);
      const count = new Set(near.map(other => search.folded(other.exact))).size;
      if (count > best) { best = count; first = word.at; }
    });
    const start = first > BEFORE ? text.indexOf(" ", first - BEFORE) + 1 : 0;
    const rest = text.slice(start, start + LONG);
    return (start ? "… " : "") + (start + LONG < text.length ? rest.replace(/\s\S*$/, "") + " …" : rest);
  }

  function excerpt(entry) {
    const texts = [entry.summary, entry.text, entry.more].map(text => text.normalize("NFC"));
    const counts = texts.map(different);
    return passage(texts[counts.indexOf(Math.max.apply(null, counts))]);
  }

  function line(result) {
    const one = element("li"), heading = element("h2"), link = element("a"), meta = element("p", "", "meta");
    const day = element("time", result.entry.date);
    link.href = place.dataset.root + result.url;
    day.dateTime = result.entry.day;
    heading.append(marked(link, result.title.normalize("NFC")));
    meta.append(element("span", result.entry.section), day);
    one.append(heading, meta, marked(element("p", "", "say"), excerpt(result.entry)));
    return one;
  }

  function showMore() {
    const shown = list.children.length;
    results.slice(shown, shown + AT_ONCE).forEach(result => list.append(line(result)));
    more.hidden = list.children.length >= results.length;
    return list.children[shown];
  }

  function show(found, query, word) {
    results = found.results;
    list.textContent = "";
    showMore();
    status.textContent = say(word, found.total, query);
    advice.hidden = word !== "none" && word !== "partial";
  }

  function run(query) {
    const mine = asked += 1;
    const text = Array.from(query).slice(0, MOST).join("").trim();
    form.elements.q.value = text;
    document.title = text ? text + " | " + title : title;
    sought = new Set(search.words(text.normalize("NFC")).map(word => search.folded(word.exact)));
    if (!text) return show({ total: 0, results: [] }, "", "empty");
    status.textContent = say("going", 0, text);
    search(text, found => { if (mine === asked) show(found, text, "going"); })
      .then(function (found) {
        if (mine !== asked) return;
        show(found, text, !found.total ? "none" : found.partial ? "partial" : found.total === 1 ? "one" : "many");
      })
      .catch(function () {
        if (mine === asked) status.textContent = say(location.protocol === "file:" ? "file" : "failed", 0, text);
      });
  }

  function ofAddress() {
    return new URLSearchParams(location.search).get("q") || "";
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    const query = form.elements.q.value;
    history.pushState(null, "", "?q=" + encodeURIComponent(query));
    run(query);
  });
  more.addEventListener("click", function () {
    const first = showMore();
    if (first) first.querySelector("a").focus();
  });
  window.addEventListener("popstate", () => run(ofAddress()));
  run(ofAddress());
})();
