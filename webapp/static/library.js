// Shows how far files are that are being added to the corpus; without this the page loads itself anew now and then.
"use strict";

const EVERY = 700; // milliseconds
const shown = document.getElementById("progress");

async function look() {
  try {
    const answer = await fetch(shown.dataset.from);
    if (!answer.ok) return location.reload();
    const told = await answer.json();
    document.getElementById("bar").value = told.done;
    const words = document.getElementById("words");
    if (words.textContent !== told.words) words.textContent = told.words;
    if (told.over) return location.reload();
  } catch {
    // The network is away for a moment: ask again.
  }
  setTimeout(look, EVERY);
}

if (shown) setTimeout(look, EVERY);
