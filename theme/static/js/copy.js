// Copies the line that says where a text is from. Without a script, or without a clipboard, the line is selected as a whole.
(function () {
  "use strict";
  if (!navigator.clipboard) return;
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    const line = document.getElementById(button.dataset.copy);
    const said = button.parentNode.querySelector("[role=status]");
    if (!line || !said) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(line.textContent.trim()).then(function () {
        said.textContent = button.dataset.done;
      });
    });
  });
})();
