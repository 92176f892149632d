// Filters a directory by what is typed, whatever its accents. It hides rows and groups; it makes none.
(function () {
  "use strict";
  const form = document.querySelector("form[data-filter]");
  const box = form.querySelector("input"), status = form.querySelector("[role=status]");
  function folded(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");
  }
  const rows = Array.from(document.querySelectorAll("[data-sought]"), function (row) {
    return { row: row, text: folded(row.dataset.sought), part: row.closest("section") };
  });
  function filter() {
    const words = folded(box.value).split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach(function (one) {
      one.row.hidden = !words.every(function (word) { return one.text.includes(word); });
      if (!one.row.hidden) count += 1;
    });
    rows.forEach(function (one) {
      if (one.part) one.part.hidden = !one.part.querySelector("[data-sought]:not([hidden])");
    });
    status.textContent = words.length ? form.dataset.found.replace("{count}", String(count)) : "";
  }
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  box.addEventListener("input", filter);
  form.hidden = false;
  filter();
})();
