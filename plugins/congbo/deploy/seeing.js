// Reloads the page that an editor looks at when its file has changed, and says what the check has found. Only `congbo serve --watch`
// adds this to pages; no published page has it.
"use strict";
(() => {
  const here = decodeURIComponent(location.pathname).replace(/\/index\.html$/, "/");
  const box = document.createElement("div");
  box.setAttribute("role", "status");
  Object.assign(box.style, {
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    padding: "16px",
    borderLeft: "8px solid #b42318",
    background: "#fff4ed",
    color: "#1a1a1a",
  });
  const tell = (text) => {
    box.textContent = text;
    if (text && !box.isConnected) document.body.prepend(box);
    if (!text) box.remove();
  };
  const source = new EventSource("/.congbo/thay-doi");
  source.addEventListener("thay-doi", (event) => {
    const { pages, told } = JSON.parse(event.data);
    if (pages.includes(here)) location.reload();
    else tell(told);
  });
  source.addEventListener("noi", (event) => tell(JSON.parse(event.data).told));
})();
