// Uploading with progress, and finding one's way between a draft and what was found in it.
"use strict";

const SHOWN_AFTER = 1000; // milliseconds of an upload until it is told how far it is

function prepareUpload(form) {
  const input = form.querySelector("input[type=file]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!form.dataset.sent) send(form);
  });
  if (!input) return;
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const files = event.dataTransfer.files;
    if (files.length !== 1) {
      statusOf(form).textContent = "Mỗi lần chỉ nhận một tệp; hãy kéo thả từng tệp.";
      return;
    }
    input.files = files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    form.requestSubmit();
  });
}

function statusOf(form) {
  let status = form.querySelector(".upload-status");
  if (!status) {
    status = document.createElement("p");
    status.className = "upload-status";
    status.setAttribute("role", "status");
    form.append(status);
  }
  return status;
}

function send(form) {
  const request = new XMLHttpRequest();
  const status = statusOf(form);
  let words = "Đang tải lên…";
  let shows = false;
  const tell = (said) => {
    words = said;
    if (shows) status.textContent = words;
  };
  form.dataset.sent = "yes";
  status.textContent = "";
  const timer = setTimeout(() => {
    shows = true;
    tell(words);
  }, SHOWN_AFTER);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) tell(`Đang tải lên… ${Math.round((event.loaded / event.total) * 100)}%`);
  });
  request.upload.addEventListener("load", () => tell("Đang kiểm tra…"));
  request.addEventListener("readystatechange", () => {
    // Only a redirect has another address: there the browser goes itself.
    if (request.readyState === XMLHttpRequest.HEADERS_RECEIVED && request.responseURL !== form.action) {
      const target = request.responseURL;
      request.abort();
      location.assign(target);
    }
  });
  request.addEventListener("load", () => {
    clearTimeout(timer);
    replaceMain(request.responseText);
  });
  request.addEventListener("error", () => {
    clearTimeout(timer);
    delete form.dataset.sent;
    status.textContent = "Không gửi được; hãy kiểm tra mạng rồi thử lại.";
  });
  request.open("POST", form.action);
  // What is to be said where it leads is for the page that the browser opens then.
  request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
  request.send(new FormData(form));
}

// The same page again, with what is wrong with the file.
function replaceMain(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const main = document.querySelector("main");
  document.title = page.title;
  main.replaceWith(page.querySelector("main"));
  start();
  const alert = document.querySelector("main [role=alert], main .known");
  (alert || document.querySelector("main")).scrollIntoView({ block: "center" });
}

// The number of the finding that the address chooses, by its place in the list or in the draft.
function chosenNumber() {
  const match = /^#(?:muc|cho)-(\d+)$/.exec(location.hash);
  return match && match[1];
}

function showChosen() {
  const number = chosenNumber();
  for (const element of document.querySelectorAll(".chosen")) element.classList.remove("chosen");
  const card = number && document.getElementById(`muc-${number}`);
  if (!card) return;
  card.classList.add("chosen");
  const closed = card.closest("details:not([open])");
  if (closed) closed.open = true;
  const marks = [...document.querySelectorAll(`mark[data-numbers~="${number}"]`)];
  for (const mark of marks) mark.classList.add("chosen");
  const pane = document.querySelector(".draft");
  const beside = pane && pane.scrollHeight > pane.clientHeight + 1;
  if (location.hash.startsWith("#muc-")) {
    card.scrollIntoView({ block: "start" });
    card.focus({ preventScroll: true });
    if (beside && marks.length) {
      const way = marks[0].getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += way - pane.clientHeight / 3;
    }
  } else if (beside) {
    card.scrollIntoView({ block: "nearest" });
  }
}

function go(step) {
  const cards = [...document.querySelectorAll(".finding:not(.passed)")];
  const at = cards.findIndex((card) => card.dataset.number === chosenNumber());
  const next = cards[at < 0 ? (step > 0 ? 0 : cards.length - 1) : at + step];
  if (next) location.hash = next.id;
}

function start() {
  for (const form of document.querySelectorAll("form.checking")) prepareUpload(form);
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n") go(1);
  if (event.key === "p") go(-1);
});
window.addEventListener("hashchange", showChosen);
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.forms) delete form.dataset.sent;
});
start();
showChosen();
