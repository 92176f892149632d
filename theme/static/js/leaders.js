// Shows of a week what one leader does. It hides appointments and days; without it each leader has a page.
(function () {
  "use strict";
  const form = document.querySelector("form[data-leaders]");
  const box = form.querySelector("select"), status = form.querySelector("[role=status]");
  const lines = document.querySelectorAll(".agenda > li"), days = document.querySelectorAll("section.day");
  function filter() {
    let count = 0;
    lines.forEach(function (line) {
      line.hidden = box.value !== "" && !(line.dataset.leader || "").split(" ").includes(box.value);
      if (!line.hidden) count += 1;
    });
    days.forEach(function (day) { day.hidden = !day.querySelector("li:not([hidden])"); });
    status.textContent = box.value ? form.dataset.found.replace("{count}", String(count)) : "";
  }
  box.addEventListener("change", filter);
  form.hidden = false;
  filter();
})();
