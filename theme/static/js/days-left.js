// How many days a call for comments has left. The page says its last day; this only adds what changes every day.
(function () {
  "use strict";
  const DAY = 86400000;
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  document.querySelectorAll("[data-until]").forEach(function (place) {
    const left = Math.round((Date.parse(place.dataset.until) - Date.parse(today)) / DAY);
    if (!(left >= 0)) return;
    const words = left === 0 ? place.dataset.last : left === 1 ? place.dataset.one : place.dataset.many;
    place.textContent = words.replace("{days}", String(left));
    place.hidden = false;
  });
})();
