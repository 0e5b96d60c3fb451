// Small conveniences; every page works without them.
"use strict";

document.documentElement.classList.add("script");

// A file that is too large is told of before it is sent.
document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.type !== "file") return;
  const { largest, tooLarge } = document.body.dataset;
  const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
  input.setCustomValidity(size > Number(largest) ? tooLarge : "");
  input.reportValidity();
});

// A form that is on its way is not sent again by a second click; after a while it may be, as where it brings a file.
const RESENT_AFTER = 3000; // milliseconds

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, RESENT_AFTER);
});
